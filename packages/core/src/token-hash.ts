import { createHash } from "node:crypto";

/** For tokens of our own making: they are random and long, so a plain hash is enough to keep them. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
