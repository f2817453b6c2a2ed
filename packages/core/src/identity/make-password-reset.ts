import { z } from "zod";

import { identityOperation } from "../operation/identity";
import { instant } from "../shapes";
import { email } from "./contract";
import { makeResetLink } from "./rules/make-reset-link";

/**
 * Returns a link to hand to a person who cannot get one by mail; null if the address has no account. Only the operator of the machine can
 * call it; no request leads here.
 */
export const makePasswordReset = identityOperation("identity.make-password-reset", {
  title: "Make a link to choose a new password",
  input: z.object({ email }),
  output: z.object({ url: z.string(), expiresAt: instant }).nullable(),
  doors: ["cli"],

  async handle(ctx, { email: address }) {
    const link = await makeResetLink(ctx, address, "identity.make-password-reset");
    return link && { url: `${ctx.webUrl}/reset-password/${link.token}`, expiresAt: link.expiresAt };
  },
});
