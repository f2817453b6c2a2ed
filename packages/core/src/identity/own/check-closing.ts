import { z } from "zod";

import { identityOperation } from "../../operation/identity";
import { nothing } from "../../shapes";
import { givenPassword } from "../contract";
import { refuseToLetGo } from "../contract/refuse-held-person";
import { confirmPassword } from "../rules/confirm-password";
import { refuseOnlyOwner } from "../rules/refuse-only-owner";

/** Tests the password and that the account may be closed, before anything ends. */
export const checkClosing = identityOperation("identity.check-closing", {
  title: "See whether you may close your account",
  input: z.object({ userId: z.string(), password: givenPassword }),
  output: nothing,
  doors: ["web"],
  notAudited: "It changes nothing; a wrong password leaves a row.",

  async handle(ctx, { userId, password }) {
    const operation = "identity.check-closing";
    await confirmPassword(ctx, { operation, userId, password, path: "password" });
    refuseOnlyOwner(await ctx.db.identity.access.listOnlyOwned(userId));
    refuseToLetGo(await ctx.db.identity.access.findHoldOn(userId, ctx.clock()));
  },
});
