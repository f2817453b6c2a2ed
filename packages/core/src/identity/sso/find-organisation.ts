import { z } from "zod";
import { countedAddress } from "../../counted-address";
import { identityOperation } from "../../operation/identity";
import { idIn } from "../../shapes";
import { email } from "../contract";
import { limitAttempts } from "../rules/limit-attempts";

/** Returns the organisation whose proven domain the address has; null if there is none. It tells nothing of accounts. */
export const findOrganisation = identityOperation("identity.find-organisation", {
  title: "Find the sign-in of an organisation",
  input: z.object({ email }),
  output: z.object({
    organisation: z.object({ id: idIn("sso"), name: z.string() }).nullable(),
  }),
  doors: ["web"],
  notAudited: "It reads, for anybody.",

  async handle(ctx, { email: address }) {
    const key = `organisation/${countedAddress(ctx.ip)}`;
    await limitAttempts(ctx, { key, most: 60, windowSeconds: 900 });
    const domain = address.split("@").at(-1) ?? "";
    return { organisation: await ctx.db.identity.organisationSignIns.findByDomain(domain) };
  },
});
