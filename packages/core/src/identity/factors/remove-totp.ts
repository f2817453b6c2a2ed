import { conflict } from "../../errors";
import { identityOperation } from "../../operation/identity";
import { nothing } from "../../shapes";
import { accountEntry } from "../rules/account-entry";
import { tellOfChange } from "../rules/tell-of-change";
import { ofSession } from "./contract";
import { dropIdleCodes } from "./drop-idle-codes";

/** Removes the authenticator app. Recovery codes go with the last factor. */
export const removeTotp = identityOperation("identity.remove-totp", {
  title: "Remove the authenticator app",
  input: ofSession,
  output: nothing,
  doors: ["web", "admin"],
  stepUp: true,

  async handle(ctx, { userId }) {
    await ctx.db.identity.transaction(async (repositories) => {
      if (!(await repositories.totpFactors.remove(userId)))
        conflict("There is no authenticator app to remove");
      await dropIdleCodes(repositories, userId);
      const entry = accountEntry(ctx, { operation: "identity.remove-totp", userId });
      await repositories.access.recordAccountAudit(userId, entry);
    });
    tellOfChange(ctx, userId, "totpRemoved");
  },
});
