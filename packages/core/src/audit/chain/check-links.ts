import { createHash } from "node:crypto";
import type { StoredLink } from "@besunny/db/audit-chain/audit-chain";

/** The end of what was checked: the number of the last entry and its hash in hexadecimal. */
export type Checked = { seq: number; hash: string };

/** Why a chain is broken at an entry, as a sentence for people. */
export type Break = { seq: number; entryId: string | null; reason: string };

/** The beginning of every chain. */
export const beginning: Checked = { seq: 0, hash: "" };

/**
 * Checks links that follow on what was checked before. Each entry is there, says what it said, and has the hash that follows from the one before it.
 * Returns the new end, or the first break.
 */
export function checkLinks(
  before: Checked,
  links: readonly StoredLink[],
): { end: Checked; broken: Break | null } {
  let end = before;
  for (const link of links) {
    const reason = faultOf(link, end);
    const seq = Number(link.seq);
    if (reason) return { end, broken: { seq, entryId: link.entryId, reason } };
    end = { seq, hash: link.hash };
  }
  return { end, broken: null };
}

function faultOf(link: StoredLink, before: Checked): string | null {
  const { seq, text, hash, id } = link;
  if (Number(seq) !== before.seq + 1) return "Entries before it were removed.";
  if (sha256(Buffer.from(before.hash, "hex"), text) !== hash)
    return "Its hash does not follow from its words and the hash before.";
  if (id === null) return "The entry was removed.";
  const { details, ...said } = written(text);
  const { details: now, ...says } = written(textOf(link));
  if (JSON.stringify(said) !== JSON.stringify(says)) return "The entry was changed.";
  if (details !== now) return "The words that were given or changed are not those of then.";
  return null;
}

/** Returns the entry as RFC 8785 writes it: keys in order, no white space, texts as JSON has them. */
function textOf(link: StoredLink): string {
  const { text, salt, given, changes, at, seq } = link;
  const { workspaceId } = written(text);
  const entry: Record<string, unknown> = {
    actorId: link.actorId,
    actorKeyId: link.actorKeyId,
    actorKind: link.actorKind,
    at: at?.toISOString() ?? null,
    details: sha256(Buffer.from(salt, "hex"), `${given ?? ""}\n${changes ?? ""}`),
    door: link.door,
    errorCode: link.errorCode,
    id: link.id,
    isPrivate: link.isPrivate,
    operation: link.operation,
    outcome: link.outcome,
    seq: Number(seq),
    subjects: link.subjects ?? [],
    traceId: link.traceId,
    workspaceId,
  };
  return JSON.stringify(entry);
}

function written(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function sha256(before: Uint8Array, text: string): string {
  return createHash("sha256").update(before).update(text, "utf8").digest("hex");
}
