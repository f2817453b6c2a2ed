import { z } from "zod";

import type { IdentityContext } from "../context";
import { AppError, conflict } from "../errors";
import { identityOperation } from "../operation/operation";
import { secret } from "../operation/secret";
import { countedAddress } from "./rules/counted-address";
import { newPassword, personName } from "./contract";
import { limitAttempts } from "./rules/limit-attempts";
import { tokenHash } from "../token-hash";
import { refuseWeakPassword } from "./rules/weak-password";

const token = secret(z.string().min(10).max(100));

/** What an invitation's link shows before it is accepted; not whether its address has an account. */
export const getInvitation = identityOperation({
  input: z.object({ token }),

  async run({ db, clock }, { token: given }) {
    const invitation = await db.identity.invitations.findOpen(tokenHash(given), clock());
    if (!invitation)
      throw new AppError("NOT_FOUND", "This invitation was used, revoked or has run out", {
        hint: "Ask whoever invited you for a new link.",
      });
    const { email, role, workspace } = invitation;
    return { email, role, workspaceName: workspace.name };
  },
});

/** A new person chooses name and password. Who has an account joins with it: see `joinWorkspace`. */
export const acceptInvitation = identityOperation({
  input: z.object({ token, name: personName.optional(), password: newPassword }),

  async run(ctx, { token: given, name, password }) {
    const invitation = await findInvitation(ctx, given);
    const { email } = invitation;
    const chosenName = name ?? email.split("@")[0] ?? email;
    refuseWeakPassword(password, { email, name: chosenName });
    const passwordHash = await ctx.passwords.hash(password);

    return ctx.db.identity.transaction(async (repositories) => {
      const { users } = repositories;
      await users.reserveEmail(email);
      if (await users.findByEmail(email))
        conflict(
          "There is an account with this address",
          "Sign in with it, and open the invitation again.",
        );
      const user = await users.create({ email, name: chosenName, passwordHash });
      return join(ctx, repositories, invitation, user.id);
    });
  },
});

/** Who is signed in joins the workspace, if the invitation is for their address. */
export const joinWorkspace = identityOperation({
  input: z.object({ token, userId: z.string() }),

  async run(ctx, { token: given, userId }) {
    const invitation = await findInvitation(ctx, given);
    const user = await ctx.db.identity.users.find(userId);
    if (user?.email !== invitation.email)
      throw new AppError("FORBIDDEN", "This invitation is for another address", {
        hint: `Sign out, and sign in as ${invitation.email}.`,
      });
    return ctx.db.identity.transaction((repositories) =>
      join(ctx, repositories, invitation, userId),
    );
  },
});

type Repositories = Parameters<Parameters<IdentityContext["db"]["identity"]["transaction"]>[0]>[0];
type Invitation = Awaited<ReturnType<typeof findInvitation>>;

async function findInvitation(ctx: IdentityContext, given: string) {
  const key = `invitation/${countedAddress(ctx.ip)}`;
  await limitAttempts(ctx, { key, most: 20, windowSeconds: 900 });
  const found = await ctx.db.identity.invitations.findOpen(tokenHash(given), ctx.clock());
  return found ?? conflict("This invitation was used, revoked or has run out");
}

async function join(
  { clock, ip, userAgent }: IdentityContext,
  { access, invitations }: Repositories,
  { id, email, role, workspaceId }: Invitation,
  userId: string,
) {
  if (!(await invitations.accept(id, clock()))) conflict("This invitation was used already");
  await access.addMember(workspaceId, userId, role);
  await access.recordAudit({
    workspaceId,
    actorKind: "user",
    actorId: userId,
    action: "member.join",
    input: { role, ip, userAgent: userAgent.slice(0, 300) },
  });
  return { email, workspaceId };
}
