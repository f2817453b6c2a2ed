import { z } from "zod";

import { identityOperation } from "../../operation/identity";
import { Ended, givenPassword, newPassword } from "../contract";
import { accountEntry } from "../rules/account-entry";
import { confirmPassword } from "../rules/confirm-password";
import { endApiKeys } from "../rules/end-api-keys";
import { refuseWeakPassword } from "../rules/weak-password";

/** Changes the person's password. Ends every other session, forgets every other browser and, on request, ends every API key. */
export const changePassword = identityOperation("identity.change-password", {
  title: "Change your password",
  input: z.object({
    userId: z.string(),
    sessionId: z.string(),
    currentPassword: givenPassword,
    newPassword,
    revokeKeys: z.boolean().default(false),
  }),
  output: Ended,
  doors: ["web"],

  async handle(ctx, { userId, sessionId, currentPassword, newPassword: chosen, revokeKeys }) {
    const user = await confirmPassword(ctx, {
      operation: "identity.change-password",
      userId,
      password: currentPassword,
      path: "currentPassword",
    });
    refuseWeakPassword(chosen, user, "newPassword");

    const passwordHash = await ctx.passwords.hash(chosen);
    return ctx.db.identity.transaction(async ({ users, sessions, devices, access }) => {
      const now = ctx.clock();
      await users.changePassword(userId, passwordHash, now);
      await devices.forgetAll(userId);
      const ended = await sessions.revokeAll(userId, now, sessionId);
      const keys = await endApiKeys({ access }, { userId, now, isWanted: revokeKeys });
      const details = { ended, keysEnded: keys.length };
      const entry = accountEntry(ctx, { operation: "identity.change-password", userId, details });
      await access.recordAccountAudit(userId, entry, keys);
      return details;
    });
  },
});
