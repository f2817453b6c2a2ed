import { randomBytes } from "node:crypto";

import { z } from "zod";

import type { IdentityContext } from "../context";
import { languageOf } from "../language";
import { identityOperation } from "../operation/identity";
import { tokenHash } from "../token-hash";
import { type SignUpInput, signUpInput } from "./contract";
import { checkSignUp } from "./rules/create-account";
import { later } from "./rules/later";
import { countAttempt } from "./rules/limit-attempts";
import { accountExists, confirmAddress } from "./rules/mails/mails";
import { signUp } from "./sign-up";

const HOURS_VALID = 24;

/**
 * Signs a person up. If BeSunny can send mails, the account opens only with the link that is mailed to the address. So nobody takes an
 * address that is not theirs. The answer is the same whether the address has an account or not. The owner of an existing account gets a
 * mail, at most three times an hour.
 */
export const requestSignUp = identityOperation("identity.request-sign-up", {
  title: "Ask to sign up",
  feature: "sign-up",
  input: signUpInput,
  output: z.object({ isMailed: z.boolean() }),
  doors: ["web"],
  notAudited:
    "There is no account until the mailed link is opened. Without mail the account is opened by identity.sign-up, which leaves the row.",

  async handle(ctx, input) {
    if (!ctx.mail.isConfigured) {
      await signUp(ctx, input);
      return { isMailed: false };
    }
    await checkSignUp(ctx, input);
    const { password, ...person } = input;
    const passwordHash = await ctx.passwords.hash(password);
    const key = `sign-up/of/${tokenHash(person.email)}`;
    const isTooMany = await countAttempt(ctx, { key, most: 3, windowSeconds: 3600 });
    if (isTooMany === null)
      later(ctx, "mailing about a sign-up", () => mail(ctx, { ...person, passwordHash }));
    return { isMailed: true };
  },
});

type Asking = Omit<SignUpInput, "password"> & { passwordHash: string };

async function mail(ctx: IdentityContext, person: Asking): Promise<unknown> {
  const { users, signUpRequests } = ctx.db.identity;
  const { email } = person;
  const account = await users.findByEmail(email);
  if (account)
    return ctx.mail.send(
      accountExists(ctx.webUrl, { email, language: languageOf(account.language) ?? ctx.language }),
    );
  const token = randomBytes(24).toString("base64url");
  const expiresAt = new Date(ctx.clock().getTime() + HOURS_VALID * 3_600_000);
  await signUpRequests.create({ ...person, tokenHash: tokenHash(token), expiresAt });
  return ctx.mail.send(
    confirmAddress(ctx.webUrl, { email, token, expiresAt, language: ctx.language }),
  );
}
