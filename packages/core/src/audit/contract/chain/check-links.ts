import { hash as digest } from "node:crypto";
import type { StoredLink } from "@besunny/db/audit-chain/stored-link";

/** The operation whose entry says that words of other entries were erased. */
export const erasing = "audit.erase-words";

/**
 * The end of what was checked: the number of the last entry and its hash in hexadecimal. `erased` are entries without words that no later entry has
 * accounted for so far.
 */
export type Checked = { seq: number; hash: string; erased: ReadonlyMap<string, number> };

/** Why a chain is broken at an entry, as a sentence for people. */
export type Break = { seq: number; entryId: string | null; reason: string };

/** The beginning of every chain. */
export const beginning: Checked = { seq: 0, hash: "", erased: new Map() };

/**
 * Checks links that follow on what was checked before. Each entry is there, says what it said, and has the hash that follows from the one before it.
 * Words may be erased where a later entry says so. Returns the new end, or the first break.
 */
export function checkLinks(
  before: Checked,
  links: readonly StoredLink[],
): { end: Checked; broken: Break | null } {
  let { seq, hash } = before;
  const erased = new Map(before.erased);
  const end = () => ({ seq, hash, erased });
  for (const link of links) {
    const reason = faultOf(link, { seq, hash });
    if (reason) return { end: end(), broken: { seq: link.seq, entryId: link.entryId, reason } };
    seq = link.seq;
    hash = link.hash;
    if (link.isErased) erased.set(link.entryId, seq);
    if (link.operation === erasing && link.outcome === "ok")
      for (const id of subjectsOf(link)) erased.delete(id);
  }
  return { end: end(), broken: null };
}

/** Returns the first entry whose words are gone and that no later entry accounts for. */
export function unaccounted({ erased }: Checked): Break | null {
  const [first] = erased;
  if (!first) return null;
  const [entryId, seq] = first;
  return { seq, entryId, reason: "Its words were erased, and no entry says so." };
}

function faultOf(link: StoredLink, before: { seq: number; hash: string }): string | null {
  const { seq, text, hash, id, isErased } = link;
  if (seq !== before.seq + 1) return "Entries before it were removed.";
  if (sha256(before.hash, text) !== hash)
    return "Its hash does not follow from its words and the hash before.";
  if (id === null) return "The entry was removed.";
  const isOfNow = text.includes(',"version":2,"workspaceId":');
  // Nearly every entry is as it was, and nothing needs to be read out of its text.
  if (!isErased && textOf(link, isOfNow, detailsOf(link, isOfNow)) === text) return null;
  const { details } = written(text);
  const said = typeof details === "string" ? details : "";
  if (textOf(link, isOfNow, said) !== text) return "The entry was changed.";
  if (isErased) return hasWords(link) ? "Words were put into it after they were erased." : null;
  return "The words that were given or changed are not those of then.";
}

/** Returns the entry as RFC 8785 writes it: keys in order, no white space, texts as JSON has them. */
function textOf(link: StoredLink, isOfNow: boolean, details: string): string {
  const { text, at, seq } = link;
  const chain = text.slice(text.lastIndexOf(',"workspaceId":') + ',"workspaceId":'.length, -1);
  const head = JSON.stringify({
    actorId: link.actorId,
    actorKeyId: link.actorKeyId,
    actorKind: link.actorKind,
    ...(isOfNow && { actorSessionId: link.actorSessionId }),
    at,
    details,
    door: link.door,
    errorCode: link.errorCode,
    id: link.id,
    isPrivate: link.isPrivate,
    operation: link.operation,
    outcome: link.outcome,
    seq,
    subjects: subjectsOf(link),
    traceId: link.traceId,
    ...(isOfNow && { version: 2 }),
  });
  return `${head.slice(0, -1)},"workspaceId":${chain}}`;
}

/** Returns the salted hash of the words of an entry. */
function detailsOf(
  { salt, given, changes, ip, userAgent, reason }: StoredLink,
  isOfNow: boolean,
): string {
  const place = isOfNow ? `\n${[ip, userAgent, reason].map(asJson).join("\n")}` : "";
  return sha256(salt, `${given ?? ""}\n${changes ?? ""}${place}`);
}

const asJson = (text: string | null) => JSON.stringify(text);

function hasWords({ given, changes, ip, userAgent, reason }: StoredLink): boolean {
  return given !== "{}" || [changes, ip, userAgent, reason].some((word) => word !== null);
}

function written(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** Returns the ids that an entry is about. */
function subjectsOf({ subjects }: StoredLink): string[] {
  const list: unknown = JSON.parse(subjects ?? "[]");
  return Array.isArray(list) ? list.map(String) : [];
}

let bytes = Buffer.alloc(64 * 1024);

/** Hashes bytes that are given in hexadecimal, and a text after them. They are put together in memory that is used again. */
function sha256(before: string, text: string): string {
  const most = before.length / 2 + text.length * 3;
  if (bytes.length < most) bytes = Buffer.alloc(most);
  const start = bytes.write(before, "hex");
  return digest("sha256", bytes.subarray(0, start + bytes.write(text, start, "utf8")), "hex");
}
