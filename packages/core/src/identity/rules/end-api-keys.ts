import type { IdentityRepositories } from "@besunny/db/identity/identity-database";

/** Ends every key of a person, wherever it leads, and tells each workspace's audit log. Gives how many ended. */
export async function endApiKeys(
  { access }: Pick<IdentityRepositories, "access">,
  { userId, now }: { userId: string; now: Date },
): Promise<number> {
  const ended = await access.revokeApiKeys(userId, now);
  for (const { workspaceId, ...key } of ended)
    await access.recordAudit({
      workspaceId,
      actorKind: "user",
      actorId: userId,
      action: "apiKey.revoked",
      input: key,
    });
  return ended.length;
}
