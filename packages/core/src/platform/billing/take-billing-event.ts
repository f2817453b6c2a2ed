import { z } from "zod";

import { platformFlow } from "../../operation/platform";
import { BillingEventInput } from "./billing-event";
import { recordBillingEvent } from "./record-billing-event";

/**
 * Takes a word of the provider. It is a sign to look: what the subscription says now decides, so late, repeated and mixed-up words end the same. If the
 * provider does not answer, nothing is kept, and the provider says it again.
 */
export const takeBillingEvent = platformFlow("platform.take-billing-event", {
  title: "Take a word of the payment provider",
  permission: "billing.listen",
  input: BillingEventInput,
  output: z.object({ isNew: z.boolean() }),
  doors: ["job"],
  audit: { notAudited: "The list of words that were taken is the record." },

  async handle({ caller, billing, clock }, event) {
    const lookedAt = clock();
    const { subscriptionId } = event;
    const subscription =
      billing.kind === "stripe" && subscriptionId !== null
        ? await billing.subscription(subscriptionId)
        : null;
    return recordBillingEvent(caller, { event, subscription, lookedAt });
  },
});
