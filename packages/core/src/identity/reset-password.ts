import { z } from "zod";
import { countedAddress } from "../counted-address";
import { AppError } from "../errors";
import { identityOperation } from "../operation/identity";
import { tokenHash } from "../token-hash";
import { linkToken, newPassword } from "./contract";
import { accountEntry } from "./rules/account-entry";
import { endApiKeys } from "./rules/end-api-keys";
import { forgetGuesses } from "./rules/guesses";
import { limitAttempts } from "./rules/limit-attempts";
import { refuseWeakPassword } from "./rules/weak-password";

/**
 * Sets a new password with a link. Ends every session and API key of the account and forgets every browser, so that anybody who used the
 * account until now is out.
 */
export const resetPassword = identityOperation("identity.reset-password", {
  title: "Choose a new password with a link",
  input: z.object({ token: linkToken, newPassword }),
  output: z.object({ email: z.string() }),
  doors: ["web"],

  async handle(ctx, { token, newPassword: chosen }) {
    const from = `reset/${countedAddress(ctx.ip)}`;
    await limitAttempts(ctx, { key: from, most: 20, windowSeconds: 900 });
    const now = ctx.clock();
    const reset = await ctx.db.identity.passwordResets.findOpen(tokenHash(token), now);
    if (!reset) throw spent();
    const { user } = reset;
    refuseWeakPassword(chosen, user, "newPassword");
    const passwordHash = await ctx.passwords.hash(chosen);

    return ctx.db.identity.transaction(async (repositories) => {
      const { passwordResets, users, devices, sessions, access } = repositories;
      const { id: userId, email } = user;
      if (!(await passwordResets.use(reset.id, now))) throw spent();
      await passwordResets.closeAll(userId, now);
      await users.changePassword(userId, passwordHash, now);
      await devices.forgetAll(userId);
      await forgetGuesses(repositories, { email, userId });
      const ended = await sessions.revokeAll(userId, now);
      const keys = await endApiKeys(repositories, { userId, now, isWanted: true });
      const details = { ended, keysEnded: keys.length };
      const entry = accountEntry(ctx, { operation: "identity.reset-password", userId, details });
      await access.recordAccountAudit(userId, entry, keys);
      return { email };
    });
  },
});

function spent(): AppError {
  return new AppError("NOT_FOUND", "This link was used already or has run out", {
    hint: "Ask for a new one.",
  });
}
