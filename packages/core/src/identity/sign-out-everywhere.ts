import { z } from "zod";

import { identityOperation } from "../operation/identity";
import { Ended } from "./contract";
import { accountEntry } from "./rules/account-entry";
import { endApiKeys } from "./rules/end-api-keys";

/** Ends every session of the person at once, also the caller's, and on request every API key. Returns how many of each have ended. */
export const signOutEverywhere = identityOperation("identity.sign-out-everywhere", {
  title: "Sign out everywhere",
  input: z.object({ userId: z.string(), revokeKeys: z.boolean().default(false) }),
  output: Ended,
  doors: ["web", "cli"],

  handle: (ctx, { userId, revokeKeys }) =>
    ctx.db.identity.transaction(async ({ sessions, access }) => {
      const now = ctx.clock();
      const ended = await sessions.revokeAll(userId, now);
      const keys = await endApiKeys({ access }, { userId, now, isWanted: revokeKeys });
      const details = { ended, keysEnded: keys.length };
      const operation = "identity.sign-out-everywhere";
      await access.recordAccountAudit(
        userId,
        accountEntry(ctx, { operation, userId, details }),
        keys,
      );
      return details;
    }),
});
