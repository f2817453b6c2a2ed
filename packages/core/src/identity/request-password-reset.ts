import { z } from "zod";
import { countedAddress } from "../counted-address";
import { AppError } from "../errors";
import { identityOperation } from "../operation/identity";
import { nothing } from "../shapes";
import { tokenHash } from "../token-hash";
import { email } from "./contract";
import { later } from "./rules/later";
import { countAttempt, limitAttempts } from "./rules/limit-attempts";
import { resetLink } from "./rules/mails";
import { makeResetLink } from "./rules/make-reset-link";

const HOUR_SECONDS = 3600;

/**
 * Mails a link to choose a new password if the address has an account. For other addresses, the answer is the same and takes the same time.
 * An account gets at most three mails an hour; further requests are ignored silently.
 */
export const requestPasswordReset = identityOperation("identity.request-password-reset", {
  title: "Ask for a link to choose a new password",
  input: z.object({ email }),
  output: nothing,
  doors: ["web"],

  async handle(ctx, { email: address }) {
    if (!ctx.mail.isConfigured)
      throw new AppError("CONFLICT", "BeSunny sends no mails here", {
        hint: "Ask the person who runs BeSunny for a link to choose a new password.",
      });
    const from = `reset-from/${countedAddress(ctx.ip)}`;
    await limitAttempts(ctx, { key: from, most: 10, windowSeconds: HOUR_SECONDS });
    const of = `reset-of/${tokenHash(address)}`;
    const isTooMany = await countAttempt(ctx, { key: of, most: 3, windowSeconds: HOUR_SECONDS });
    if (isTooMany !== null) return;

    later(ctx, "mailing a link to choose a new password", async () => {
      const link = await makeResetLink(ctx, address, "identity.request-password-reset");
      if (link) await ctx.mail.send(resetLink(ctx.webUrl, link));
    });
  },
});
