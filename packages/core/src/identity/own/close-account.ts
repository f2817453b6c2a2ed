import { z } from "zod";

import { identityOperation } from "../../operation/identity";
import { givenPassword } from "../contract";
import { refuseToLetGo } from "../contract/refuse-held-person";
import { accountEntry } from "../rules/account-entry";
import { confirmPassword } from "../rules/confirm-password";
import { refuseOnlyOwner } from "../rules/refuse-only-owner";

/**
 * Closes the person's account: their name, address and password go, and so do sessions, memberships and keys. What they wrote stays, without
 * a name. The only owner of a workspace is refused, and who is held.
 */
export const closeAccount = identityOperation("identity.close-account", {
  title: "Close your account",
  input: z.object({ userId: z.string(), password: givenPassword }),
  output: z.object({ ended: z.number().int(), keysEnded: z.number().int() }),
  doors: ["web"],

  async handle(ctx, { userId, password }) {
    const operation = "identity.close-account";
    await confirmPassword(ctx, { operation, userId, password, path: "password" });
    return ctx.db.identity.transaction(async ({ users, sessions, access }) => {
      refuseOnlyOwner(await access.listOnlyOwned(userId));
      const now = ctx.clock();
      refuseToLetGo(await access.findHoldOn(userId, now));
      const ended = await sessions.revokeAll(userId, now);
      const keys = await access.revokeApiKeys(userId, now);
      const details = { ended, keysEnded: keys.length };
      await access.recordAccountAudit(
        userId,
        accountEntry(ctx, { operation, userId, details }),
        keys,
      );
      await users.remove(userId);
      return details;
    });
  },
});
