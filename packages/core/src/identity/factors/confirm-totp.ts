import { AppError } from "../../errors";
import { identityOperation } from "../../operation/identity";
import { accountEntry } from "../rules/account-entry";
import { beginGuess } from "../rules/guesses";
import { tellOfChange } from "../rules/tell-of-change";
import { NewRecoveryCodes, ofSession, totpCode } from "./contract";
import { replaceRecoveryCodes } from "./recovery";
import { takeTotpCode } from "./totp";

/** Adds the authenticator app that shows this code. Returns recovery codes if the person has none. */
export const confirmTotp = identityOperation("identity.confirm-totp", {
  title: "Add an authenticator app",
  input: ofSession.extend({ code: totpCode }),
  output: NewRecoveryCodes,
  doors: ["web", "admin"],
  stepUp: true,

  async handle(ctx, { userId, sessionId, code }) {
    const wasRight = await beginGuess(ctx, { userId });
    if (!(await takeTotpCode(ctx, { userId, code, isConfirming: true })))
      throw new AppError("INVALID_INPUT", "This is not the code that the app shows", {
        hint: "Check the clock of the device, and enter the code that it shows now.",
        errors: [{ path: "code", message: "This is not the code that the app shows" }],
      });
    await wasRight();
    const now = ctx.clock();
    const codes = await ctx.db.identity.transaction(async (repositories) => {
      const { access, sessions, recoveryCodes } = repositories;
      await sessions.confirm(userId, sessionId, { confirmedAt: now, hasSecondFactor: true });
      const entry = accountEntry(ctx, { operation: "identity.confirm-totp", userId });
      await access.recordAccountAudit(userId, entry);
      const left = await recoveryCodes.countLeft(userId);
      return left > 0 ? null : replaceRecoveryCodes(repositories, userId);
    });
    tellOfChange(ctx, userId, "totpAdded");
    return { recoveryCodes: codes };
  },
});
