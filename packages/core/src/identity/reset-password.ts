import { randomBytes } from "node:crypto";

import { z } from "zod";

import type { IdentityContext } from "../context";
import { AppError } from "../errors";
import { identityOperation } from "../operation/operation";
import { secret } from "../operation/secret";
import { accountEntry } from "./rules/account-entry";
import { countedAddress } from "./rules/counted-address";
import { email, newPassword } from "./contract";
import { endApiKeys } from "./rules/end-api-keys";
import { forgetGuesses } from "./rules/guesses";
import { later } from "./rules/later";
import { countAttempt, limitAttempts } from "./rules/limit-attempts";
import { resetLink } from "./rules/mails";
import { tokenHash } from "../token-hash";
import { refuseWeakPassword } from "./rules/weak-password";

const HOURS_VALID = 1;
const HOUR = 3600;

/**
 * Mails a link to choose a new password, if the address has an account. It answers the same, and as soon, if it has none. An account is
 * mailed three links an hour at most; more are asked for in vain, without a word.
 */
export const requestPasswordReset = identityOperation({
  input: z.object({ email }),

  async run(ctx, { email: address }): Promise<void> {
    if (!ctx.mail.isConfigured)
      throw new AppError("CONFLICT", "BeSunny sends no mails here", {
        hint: "Ask whoever runs BeSunny for a link to choose a new password.",
      });
    const from = `reset-from/${countedAddress(ctx.ip)}`;
    await limitAttempts(ctx, { key: from, most: 10, windowSeconds: HOUR });
    const of = `reset-of/${tokenHash(address)}`;
    const isTooMany = await countAttempt(ctx, { key: of, most: 3, windowSeconds: HOUR });
    if (isTooMany !== null) return;

    later(ctx, "mailing a link to choose a new password", async () => {
      const link = await makeLink(ctx, address);
      if (link) await ctx.mail.send(resetLink(ctx.webUrl, link));
    });
  },
});

/** A link to hand to a person who cannot get one by mail. Only whoever runs the machine can reach it: no request leads here. */
export const makePasswordReset = identityOperation({
  input: z.object({ email }),

  async run(ctx, { email: address }) {
    const link = await makeLink(ctx, address);
    return link && { url: `${ctx.webUrl}/reset-password/${link.token}`, expiresAt: link.expiresAt };
  },
});

/**
 * A new password for whoever has the link. It ends every session and API key of the account and forgets every browser: whoever had the
 * account until now is out.
 */
export const resetPassword = identityOperation({
  input: z.object({ token: secret(z.string().min(10).max(100)), newPassword }),

  async run(ctx, { token, newPassword: chosen }) {
    const from = `reset/${countedAddress(ctx.ip)}`;
    await limitAttempts(ctx, { key: from, most: 20, windowSeconds: 900 });
    const now = ctx.clock();
    const reset = await ctx.db.identity.passwordResets.findOpen(tokenHash(token), now);
    if (!reset) throw spent();
    const { user } = reset;
    refuseWeakPassword(chosen, user, "newPassword");
    const passwordHash = await ctx.passwords.hash(chosen);

    return ctx.db.identity.transaction(async (repositories) => {
      if (!(await repositories.passwordResets.use(reset.id, now))) throw spent();
      await repositories.passwordResets.closeAll(user.id, now);
      await repositories.users.changePassword(user.id, passwordHash, now);
      await repositories.devices.forgetAll(user.id);
      await forgetGuesses(repositories, { email: user.email, userId: user.id });
      const sessions = await repositories.sessions.revokeAll(user.id, now);
      const apiKeys = await endApiKeys(repositories, { userId: user.id, now });
      const entry = accountEntry(ctx, "identity.passwordReset", user.id, { sessions, apiKeys });
      await repositories.access.recordAccountAudit(entry);
      return { email: user.email };
    });
  },
});

function spent(): AppError {
  return new AppError("NOT_FOUND", "This link was used already or has run out", {
    hint: "Ask for a new one.",
  });
}

async function makeLink(ctx: IdentityContext, address: string) {
  const user = await ctx.db.identity.users.findByEmail(address);
  if (!user) return null;
  const token = randomBytes(24).toString("base64url");
  const expiresAt = new Date(ctx.clock().getTime() + HOURS_VALID * HOUR * 1000);
  await ctx.db.identity.passwordResets.create({
    userId: user.id,
    tokenHash: tokenHash(token),
    expiresAt,
  });
  return { email: user.email, token, expiresAt };
}
