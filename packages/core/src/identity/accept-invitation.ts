import { z } from "zod";

import { AppError, conflict, invalidInput } from "../errors";
import { identityOperation } from "../operation";
import { secret } from "../secret";
import { givenPassword, newPassword, personName } from "./credentials";
import { limitAttempts } from "./limit-attempts";
import { tokenHash } from "./token-hash";

const token = secret(z.string().min(10).max(100));

/** What an invitation's link shows before it is accepted. */
export const getInvitation = identityOperation({
  input: z.object({ token }),

  async run({ db, clock }, { token: given }) {
    const invitation = await db.identity.invitations.findOpen(tokenHash(given), clock());
    if (!invitation)
      throw new AppError("NOT_FOUND", "This invitation was used, revoked or has run out", {
        hint: "Ask whoever invited you for a new link.",
      });
    const hasAccount = (await db.identity.users.findByEmail(invitation.email)) !== null;
    const { email, role, workspace } = invitation;
    return { email, role, workspaceName: workspace.name, hasAccount };
  },
});

/** A new person chooses name and password; one who has an account proves it with their password. */
export const acceptInvitation = identityOperation({
  input: z.object({ token, name: personName.optional(), password: newPassword.or(givenPassword) }),

  async run(ctx, { token: given, name, password }) {
    await limitAttempts(ctx, { key: `invitation/${ctx.ip}`, most: 20, windowSeconds: 900 });
    const now = ctx.clock();
    const invitation = await ctx.db.identity.invitations.findOpen(tokenHash(given), now);
    if (!invitation) conflict("This invitation was used, revoked or has run out");

    const known = await ctx.db.identity.users.findCredentials({ email: invitation.email });
    const passwordHash = known ? null : await ctx.passwords.hash(chosen(password));
    if (known && !(await ctx.passwords.verify(known.passwordHash ?? "", password)))
      throw new AppError("UNAUTHENTICATED", "The password is wrong", {
        hint: "Enter the password of your account.",
      });

    return ctx.db.identity.transaction(async ({ users, access, invitations }) => {
      if (!(await invitations.accept(invitation.id, now)))
        conflict("This invitation was used already");
      const { email, role, workspaceId } = invitation;
      const user =
        known ??
        (await users.create({
          email,
          name: name ?? email.split("@")[0] ?? email,
          passwordHash: passwordHash ?? "",
        }));
      await access.addMember(workspaceId, user.id, role);
      await access.recordAudit({
        workspaceId,
        actorKind: "user",
        actorId: user.id,
        action: "member.join",
        input: { role },
      });
      return { email, workspaceId };
    });
  },
});

function chosen(password: string): string {
  const { data, error } = newPassword.safeParse(password);
  if (data !== undefined) return data;
  const message = error?.issues[0]?.message ?? "Choose another password";
  return invalidInput(message, [{ path: "password", message }]);
}
