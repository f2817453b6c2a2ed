import { randomBytes } from "node:crypto";

import { z } from "zod";

import { AppError } from "../errors";
import { identityOperation } from "../operation/operation";
import { secret } from "../operation/secret";
import { countedAddress } from "./rules/counted-address";
import { givenPassword } from "./contract";
import { later } from "./rules/later";
import { countAttempt, limitAttempts } from "./rules/limit-attempts";
import { accountExists, confirmAddress } from "./rules/mails";
import { checkSignUp, createAccount, signUp, signUpInput } from "./sign-up";
import { tokenHash } from "../token-hash";

const HOURS_VALID = 24;

/**
 * Signs a person up: where mails can be sent only once they have opened the link that is mailed to their address, so that nobody takes
 * an address that is not theirs. The answer is the same whether the address has an account or not; its owner is told by mail, three
 * times an hour at most.
 */
export const requestSignUp = identityOperation({
  input: signUpInput,

  async run(ctx, input): Promise<{ isMailed: boolean }> {
    if (!ctx.mail.isConfigured) {
      await signUp(ctx, input);
      return { isMailed: false };
    }
    await checkSignUp(ctx, input);
    const { password, ...person } = input;
    const passwordHash = await ctx.passwords.hash(password);
    const key = `sign-up/of/${tokenHash(person.email)}`;
    const isTooMany = await countAttempt(ctx, { key, most: 3, windowSeconds: 3600 });
    if (isTooMany !== null) return { isMailed: true };
    later(ctx, "mailing about a sign-up", async () => {
      const { users, signUpRequests } = ctx.db.identity;
      if (await users.findByEmail(person.email))
        return ctx.mail.send(accountExists(ctx.webUrl, person.email));
      const token = randomBytes(24).toString("base64url");
      const expiresAt = new Date(ctx.clock().getTime() + HOURS_VALID * 3_600_000);
      await signUpRequests.create({
        ...person,
        passwordHash,
        tokenHash: tokenHash(token),
        expiresAt,
      });
      return ctx.mail.send(confirmAddress(ctx.webUrl, { email: person.email, token, expiresAt }));
    });
    return { isMailed: true };
  },
});

/**
 * Opens the account that was asked for, for whoever has the mailed link and knows the password that was chosen: whose address somebody
 * else signed up with does not open an account to them by following the link.
 */
export const confirmSignUp = identityOperation({
  input: z.object({ token: secret(z.string().min(10).max(100)), password: givenPassword }),

  async run(ctx, { token, password }) {
    const key = `sign-up/confirm/${countedAddress(ctx.ip)}`;
    await limitAttempts(ctx, { key, most: 20, windowSeconds: 900 });
    const found = await ctx.db.identity.signUpRequests.findOpen(tokenHash(token), ctx.clock());
    if (!found)
      throw new AppError("NOT_FOUND", "This link was used already or has run out", {
        hint: "Sign in if your account is open, or sign up again.",
      });
    const { id, ...person } = found;
    await limitAttempts(ctx, { key: `sign-up/confirm/${id}`, most: 10, windowSeconds: 3600 });
    if (!(await ctx.passwords.verify(person.passwordHash, password)))
      throw new AppError("INVALID_INPUT", "This is not the password that was chosen", {
        hint: "Enter the one from the sign-up, or sign up again.",
        errors: [{ path: "password", message: "This is not the password that was chosen" }],
      });
    await createAccount(ctx, person);
    return { email: person.email };
  },
});

/** What a stranger has to know of the door: who may sign up, and whether forgotten passwords are helped by mail. */
export const getEntryRules = identityOperation({
  input: z.object({}),
  run: async ({ rules, mail }) => ({ signUp: rules.signUp, sendsMail: mail.isConfigured }),
});
