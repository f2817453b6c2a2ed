import { z } from "zod";
import { countedAddress } from "../../counted-address";
import { AppError } from "../../errors";
import { identityOperation } from "../../operation/identity";
import { tokenHash } from "../../token-hash";
import { linkToken } from "../contract";
import { accountEntry } from "../rules/account-entry";
import { limitAttempts } from "../rules/limit-attempts";

/** Records that mails to an address reach its person, by the mailed link. Signs nobody in. */
export const proveAddress = identityOperation("identity.prove-address", {
  title: "Prove your address",
  input: z.object({ token: linkToken }),
  output: z.object({ email: z.string() }),
  doors: ["web"],

  async handle(ctx, { token }) {
    const key = `prove/${countedAddress(ctx.ip)}`;
    await limitAttempts(ctx, { key, most: 20, windowSeconds: 900 });
    const now = ctx.clock();
    return ctx.db.identity.transaction(async ({ addressProofs, users, access }) => {
      const used = await addressProofs.use(tokenHash(token), now);
      if (!used || !(await users.proveAddress(used.userId, used.email, now)))
        throw new AppError("NOT_FOUND", "This link was used already or has run out", {
          hint: "Ask for a new one in the settings, under “Security”.",
        });
      const about = { userId: used.userId, actor: "nobody" } as const;
      const entry = accountEntry(ctx, { operation: "identity.prove-address", ...about });
      await access.recordAccountAudit(used.userId, entry);
      return { email: used.email };
    });
  },
});
