import { z } from "zod";

import { identityOperation } from "../operation/identity";
import { idIn } from "../shapes";
import { Account, signUpInput } from "./contract";
import { checkSignUp, createAccount } from "./rules/create-account";

/** Creates a person with a workspace of their own at once, without proof of the address. If BeSunny can send mails, see `requestSignUp`. */
export const signUp = identityOperation("identity.sign-up", {
  title: "Sign up",
  input: signUpInput,
  output: z.object({ user: Account, workspace: z.object({ id: idIn("ws"), name: z.string() }) }),
  doors: ["cli"],

  async handle(ctx, input) {
    await checkSignUp(ctx, input);
    const { password, ...person } = input;
    const passwordHash = await ctx.passwords.hash(password);
    return createAccount(ctx, { ...person, passwordHash }, "identity.sign-up");
  },
});
