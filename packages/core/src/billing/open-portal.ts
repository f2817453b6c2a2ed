import { z } from "zod";

import { conflict } from "../errors";
import { flow } from "../operation/flow";
import { charging } from "./contract/charging";
import { readBilling } from "./read-billing";

/** Returns the address of the provider's page with cards, receipts and the end of the subscription. */
export const openPortal = flow("billing.open-portal", {
  title: "Open the payments",
  permission: "billing.manage",
  input: z.object({ returnTo: z.url().max(500) }),
  output: z.object({ url: z.url() }),
  doors: ["web"],
  stepUp: true,
  uses: ["billing"],
  audit: { notAudited: "It only leads to the provider, whose webhooks are kept." },

  async handle({ caller, billing }, { returnTo }) {
    const provider = charging(billing);
    const { customerId } = await readBilling(caller, {});
    if (!customerId) conflict("There are no payments yet", "Choose a plan first.");
    return { url: await provider.portal({ customerId, returnTo }) };
  },
});
