import { z } from "zod";

import { identityOperation } from "../../operation/identity";
import { idIn, instant } from "../../shapes";

/** Lists the organisations' sign-ins of the person's workspaces, with the account there that is linked. */
export const listOrganisations = identityOperation("identity.list-organisations", {
  title: "List the organisations that sign you in",
  input: z.object({ userId: z.string() }),
  output: z.object({
    items: z.array(
      z.object({
        id: idIn("sso"),
        name: z.string(),
        workspace: z.object({ id: idIn("ws"), name: z.string() }),
        identity: z.object({ id: idIn("idn"), email: z.string(), createdAt: instant }).nullable(),
      }),
    ),
  }),
  doors: ["web"],
  notAudited: "It reads, for the person alone.",

  async handle({ db }, { userId }) {
    return { items: await db.identity.organisationSignIns.listFor(userId) };
  },
});
