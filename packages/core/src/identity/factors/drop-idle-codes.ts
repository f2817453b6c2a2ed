import type { IdentityRepositories } from "@besunny/db/identity/identity-database";

/** Deletes the recovery codes of a person who has no factor left that the codes could replace. */
export async function dropIdleCodes(
  { totpFactors, passkeys, recoveryCodes }: IdentityRepositories,
  userId: string,
): Promise<void> {
  const totp = await totpFactors.find(userId);
  if (totp?.confirmedAt || (await passkeys.list(userId)).length > 0) return;
  await recoveryCodes.removeAll(userId);
}
