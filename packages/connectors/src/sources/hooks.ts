import { createHash, timingSafeEqual } from "node:crypto";

/** A call of a provider at an address of ours, as it came: the body is verified byte by byte. */
export type HookCall = {
  method: string;
  query: URLSearchParams;
  header: (name: string) => string | null;
  body: Uint8Array;
};

/**
 * The meaning of a call. `prove` is answered with its text, as `text/plain` with `X-Content-Type-Options: nosniff`. `look` names the accounts that
 * changed, or none where the address is that of one source alone. A watch that is `ending` is renewed. One that is `ended` is made again.
 */
export type HookNotice =
  | { kind: "prove"; text: string }
  | { kind: "look"; accounts: string[] | null; watch: "fine" | "ending" | "ended" }
  | { kind: "refused" };

/** Compares secrets of any length in the same time. */
export function isSameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/** Returns the object in a body, or null if there is none. */
export function objectIn(body: Uint8Array): Record<string, unknown> | null {
  try {
    const found: unknown = JSON.parse(Buffer.from(body).toString());
    return typeof found === "object" && found ? (found as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
