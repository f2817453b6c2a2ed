import { randomInt } from "node:crypto";

import type { IdentityRepositories } from "@besunny/db/identity/identity-database";

import { tokenHash } from "../../token-hash";

const COUNT = 10;
const SIGNS = 10;
/** Without the signs that people confuse. */
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/** Makes ten new codes in place of all before, and returns them: each replaces a factor once. Only hashes are stored. */
export async function replaceRecoveryCodes(
  { recoveryCodes }: Pick<IdentityRepositories, "recoveryCodes">,
  userId: string,
): Promise<string[]> {
  const codes = Array.from({ length: COUNT }, aCode);
  await recoveryCodes.replace(
    userId,
    codes.map((code) => recoveryHash(userId, code)),
  );
  return codes.map((code) => `${code.slice(0, SIGNS / 2)}-${code.slice(SIGNS / 2)}`);
}

/** The codes have 49 random bits, so a quick hash is enough. The person's id keeps equal codes apart. */
export function recoveryHash(userId: string, code: string): string {
  return tokenHash(`recovery/${userId}/${code}`);
}

function aCode(): string {
  return Array.from({ length: SIGNS }, () => alphabet[randomInt(alphabet.length)]).join("");
}
