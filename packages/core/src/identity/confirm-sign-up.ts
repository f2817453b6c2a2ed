import { z } from "zod";
import { countedAddress } from "../counted-address";
import { AppError } from "../errors";
import { identityOperation } from "../operation/identity";
import { tokenHash } from "../token-hash";
import { givenPassword, linkToken } from "./contract";
import { createAccount } from "./rules/create-account";
import { limitAttempts } from "./rules/limit-attempts";

/**
 * Opens the account that was asked for, with the mailed link and the chosen password. The link alone opens nothing. So an address with
 * which somebody else signed up does not become their account.
 */
export const confirmSignUp = identityOperation("identity.confirm-sign-up", {
  title: "Confirm a sign-up",
  input: z.object({ token: linkToken, password: givenPassword }),
  output: z.object({ email: z.string() }),
  doors: ["web"],

  async handle(ctx, { token, password }) {
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
    await createAccount(ctx, person, "identity.confirm-sign-up");
    return { email: person.email };
  },
});
