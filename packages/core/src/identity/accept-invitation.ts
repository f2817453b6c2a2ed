import { z } from "zod";

import { conflict } from "../errors";
import { identityOperation } from "../operation/identity";
import { Joined, linkToken, newPassword, personName } from "./contract";
import { joinByInvitation, openInvitation } from "./rules/join-by-invitation";
import { refuseWeakPassword } from "./rules/weak-password";

/**
 * Opens an account for a new person, who chooses a name and a password, and makes them a member. A person with an account calls
 * `joinWorkspace`.
 */
export const acceptInvitation = identityOperation("identity.accept-invitation", {
  title: "Accept an invitation",
  input: z.object({ token: linkToken, name: personName.optional(), password: newPassword }),
  output: Joined,
  doors: ["web", "cli"],

  async handle(ctx, { token, name, password }) {
    const invitation = await openInvitation(ctx, token);
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
      const { id: userId } = await users.create({ email, name: chosenName, passwordHash });
      const operation = "identity.accept-invitation";
      return joinByInvitation(ctx, repositories, { invitation, userId, operation });
    });
  },
});
