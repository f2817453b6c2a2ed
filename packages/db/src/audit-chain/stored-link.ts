/** A link of a chain with the entry that it is about, whose `id` is null if it is gone. `given` and `changes` are JSON as PostgreSQL writes it. */
export type StoredLink = {
  seq: number;
  text: string;
  salt: string;
  hash: string;
  entryId: string;
  id: string | null;
  at: string | null;
  actorKind: string | null;
  actorId: string | null;
  actorKeyId: string | null;
  actorSessionId: string | null;
  operation: string | null;
  door: string | null;
  subjects: string | null;
  outcome: string | null;
  errorCode: string | null;
  traceId: string | null;
  isPrivate: boolean;
  ip: string | null;
  userAgent: string | null;
  reason: string | null;
  isErased: boolean;
  given: string | null;
  changes: string | null;
};

/** Reads a link with its entry from the columns of a row, as PostgreSQL writes them. */
export function linkIn(fields: readonly (string | null)[]): StoredLink {
  const at = (place: number) => fields[place] ?? null;
  const assured = (place: number) => fields[place] ?? "";
  return {
    seq: Number(fields[0]),
    text: assured(1),
    salt: assured(2),
    hash: assured(3),
    entryId: assured(4),
    id: at(5),
    at: instantIn(assured(6)),
    actorKind: at(7),
    actorId: at(8),
    actorKeyId: at(9),
    actorSessionId: at(10),
    operation: at(11),
    door: at(12),
    subjects: at(13),
    outcome: at(14),
    errorCode: at(15),
    traceId: at(16),
    isPrivate: fields[17] === "t",
    ip: at(18),
    userAgent: at(19),
    reason: at(20),
    isErased: fields[21] === "t",
    given: at(22),
    changes: at(23),
  };
}

/** Returns an instant as RFC 3339 writes it, in milliseconds. Sessions are in UTC. */
function instantIn(text: string): string | null {
  const [, day, time, part = ""] = /^(\S+) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(text) ?? [];
  return day && time ? `${day}T${time}.${part.padEnd(3, "0")}Z` : null;
}
