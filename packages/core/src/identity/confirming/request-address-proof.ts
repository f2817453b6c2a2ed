import { randomBytes } from "node:crypto";
import { z } from "zod";

import { conflict, notFound } from "../../errors";
import { languageOf } from "../../language";
import { identityOperation } from "../../operation/identity";
import { nothing } from "../../shapes";
import { tokenHash } from "../../token-hash";
import { accountEntry } from "../rules/account-entry";
import { limitAttempts } from "../rules/limit-attempts";
import { proveAddress } from "../rules/mails/account-mails";

const VALID_MS = 30 * 60_000;

/** Mails a link that proves the person's address. It works once, for half an hour; links before it end. */
export const requestAddressProof = identityOperation("identity.request-address-proof", {
  title: "Ask for a link that proves your address",
  input: z.object({ userId: z.string() }),
  output: nothing,
  doors: ["web", "admin"],

  async handle(ctx, { userId }) {
    if (!ctx.mail.isConfigured)
      conflict("BeSunny sends no mails here", "Ask the person who runs BeSunny to set up mail.");
    const key = `prove-address/${userId}`;
    await limitAttempts(ctx, { key, most: 3, windowSeconds: 3600 });
    const user = (await ctx.db.identity.users.find(userId)) ?? notFound("Account", userId);
    const token = randomBytes(24).toString("base64url");
    const now = ctx.clock();
    const expiresAt = new Date(now.getTime() + VALID_MS);
    const { email } = user;
    await ctx.db.identity.transaction(async ({ addressProofs, access }) => {
      await addressProofs.closeAll(userId, now);
      await addressProofs.create({ userId, email, tokenHash: tokenHash(token), expiresAt });
      const operation = "identity.request-address-proof";
      await access.recordAccountAudit(userId, accountEntry(ctx, { operation, userId }));
    });
    const language = languageOf(user.language) ?? ctx.language;
    await ctx.mail.send(proveAddress(ctx.webUrl, { email, language, token, expiresAt }));
  },
});
