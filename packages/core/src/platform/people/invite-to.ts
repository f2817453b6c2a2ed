import { randomBytes } from "node:crypto";

import type { Role } from "../../access/actions";
import { actorIdOf } from "../../access/actor";
import type { PlatformCommandTools } from "../../operation/platform";
import { tokenHash } from "../../token-hash";

const DAYS_VALID = 7;

/** Makes an invitation into a workspace. Returns its link, which is shown once; only its hash is stored. */
export async function inviteTo(
  {
    workspaces,
    actor,
    clock,
    webUrl,
  }: Pick<PlatformCommandTools, "workspaces" | "actor" | "clock" | "webUrl">,
  workspaceId: string,
  { email, role }: { email: string; role: Role },
): Promise<{ id: string; url: string; expiresAt: Date }> {
  const token = randomBytes(24).toString("base64url");
  const expiresAt = new Date(clock().getTime() + DAYS_VALID * 86_400_000);
  const id = await workspaces.invite({
    workspaceId,
    email,
    role,
    tokenHash: tokenHash(token),
    invitedById: actorIdOf(actor),
    expiresAt,
  });
  return { id, url: `${webUrl}/invitation/${token}`, expiresAt };
}
