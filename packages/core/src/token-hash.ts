import { createHash } from "node:crypto";

/** Returns the hash of one of BeSunny's own tokens. They are random and long, so a plain hash is enough to store them. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
