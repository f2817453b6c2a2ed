import { conflict } from "../../errors";
import { identityOperation } from "../../operation/identity";
import { nothing } from "../../shapes";
import { accountEntry } from "../rules/account-entry";
import { tellOfChange } from "../rules/tell-of-change";
import { ofSession } from "./contract";

/** Takes the password away from an account that passkeys open. A link to choose a new one still works. */
export const removePassword = identityOperation("identity.remove-password", {
  title: "Sign in with passkeys alone",
  input: ofSession,
  output: nothing,
  doors: ["web", "admin"],
  stepUp: true,

  async handle(ctx, { userId }) {
    await ctx.db.identity.transaction(async ({ users, passkeys, access }) => {
      await passkeys.lock(userId);
      if ((await passkeys.list(userId)).length === 0)
        conflict("You have no passkey", "Add a passkey first, then remove the password.");
      await users.changePassword(userId, null, ctx.clock());
      const entry = accountEntry(ctx, { operation: "identity.remove-password", userId });
      await access.recordAccountAudit(userId, entry);
    });
    tellOfChange(ctx, userId, "passwordRemoved");
  },
});
