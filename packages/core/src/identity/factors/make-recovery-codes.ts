import { z } from "zod";

import { conflict } from "../../errors";
import { identityOperation } from "../../operation/identity";
import { accountEntry } from "../rules/account-entry";
import { ofSession } from "./contract";
import { replaceRecoveryCodes } from "./recovery";

/** Makes ten new recovery codes and returns them once. All codes before end. Refuses a person without a second factor. */
export const makeRecoveryCodes = identityOperation("identity.make-recovery-codes", {
  title: "Make new recovery codes",
  input: ofSession,
  output: z.object({ recoveryCodes: z.array(z.string()) }),
  doors: ["web", "admin"],
  stepUp: true,

  handle: (ctx, { userId }) =>
    ctx.db.identity.transaction(async (repositories) => {
      const { totpFactors, passkeys, access } = repositories;
      const totp = await totpFactors.find(userId);
      if (!totp?.confirmedAt && (await passkeys.list(userId)).length === 0)
        conflict(
          "Recovery codes replace a second factor, and you have none",
          "Add an authenticator app or a passkey first.",
        );
      const recoveryCodes = await replaceRecoveryCodes(repositories, userId);
      const entry = accountEntry(ctx, { operation: "identity.make-recovery-codes", userId });
      await access.recordAccountAudit(userId, entry);
      return { recoveryCodes };
    }),
});
