import type { EndedKey } from "@besunny/db/identity/access";
import type { IdentityRepositories } from "@besunny/db/identity/identity-database";

/** Ends every API key of a person, in every workspace, if `isWanted`. Returns the keys that had not ended before. */
export async function endApiKeys(
  { access }: Pick<IdentityRepositories, "access">,
  { userId, now, isWanted }: { userId: string; now: Date; isWanted: boolean },
): Promise<EndedKey[]> {
  return isWanted ? access.revokeApiKeys(userId, now) : [];
}
