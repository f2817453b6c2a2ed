import { createHash } from "node:crypto";

/** A validator for what would be answered: the same value has the same one. */
export function etagOf(value: unknown): string {
  return bytesEtagOf(Buffer.from(JSON.stringify(value)));
}

/** The same for bytes that are sent as they are. */
export function bytesEtagOf(bytes: Uint8Array): string {
  return `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 27)}"`;
}

/** Returns whether the caller holds this already (RFC 9110, `If-None-Match`: weak comparison, lists and `*`). */
export function isHeld(headers: Headers, etag: string): boolean {
  const held = headers.get("if-none-match");
  if (held === null) return false;
  const bare = (tag: string) => tag.trim().replace(/^W\//, "");
  return held.trim() === "*" || held.split(",").some((tag) => bare(tag) === bare(etag));
}
