import { z } from "zod";

import { tellAdmins } from "../costs/contract/tell-admins";
import { command } from "../operation/command";
import { nothing } from "../shapes";

/** Tells owners and admins that a payment is missing. A second call for the same adds nothing. */
export const tellStanding = command("billing.tell-standing", {
  title: "Tell that a payment is missing",
  permission: "spending.watch",
  input: z.object({ standing: z.string().max(20), since: z.iso.datetime() }),
  output: nothing,
  doors: ["job"],
  audit: { notAudited: "The notices are the record." },

  async handle(tools, { standing, since }) {
    const key = `billing:${standing}:${since}`;
    await tellAdmins(tools, { kind: "billing", key, createdAt: tools.clock() });
  },
});
