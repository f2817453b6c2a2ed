import type { IdentityRepositories } from "@besunny/db/identity/identity-database";

import type { IdentityContext } from "../../context";
import { countedAddress } from "../../counted-address";
import { conflict } from "../../errors";
import { tokenHash } from "../../token-hash";
import { accountEntry } from "./account-entry";
import { limitAttempts } from "./limit-attempts";

/** Returns the invitation of a token. Throws `CONFLICT` if it is not open, and `RATE_LIMITED` after many tries from one address. */
export async function openInvitation(ctx: IdentityContext, token: string) {
  const key = `invitation/${countedAddress(ctx.ip)}`;
  await limitAttempts(ctx, { key, most: 20, windowSeconds: 900 });
  const found = await ctx.db.identity.invitations.findOpen(tokenHash(token), ctx.clock());
  return found ?? conflict("This invitation was used, revoked or has run out");
}

type Joining = {
  invitation: Awaited<ReturnType<typeof openInvitation>>;
  userId: string;
  operation: "identity.accept-invitation" | "identity.join-workspace";
};

/** Makes the person a member in the invited role, and records it in the workspace. Throws `CONFLICT` if the invitation was used already. */
export async function joinByInvitation(
  ctx: IdentityContext,
  { access, invitations }: Pick<IdentityRepositories, "access" | "invitations">,
  { invitation: { id, email, role, workspaceId }, userId, operation }: Joining,
): Promise<{ email: string; workspaceId: string }> {
  if (!(await invitations.accept(id, ctx.clock()))) conflict("This invitation was used already");
  await access.addMember(workspaceId, userId, role);
  const entry = accountEntry(ctx, { operation, userId, subjects: [id], details: { role } });
  await access.recordAudit({ workspaceId, ...entry });
  return { email, workspaceId };
}
