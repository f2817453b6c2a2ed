import { z } from "zod";

import { platformCommand } from "../../operation/platform";
import { BillingEventInput, SubscriptionInput } from "./billing-event";

/** Keeps a word of the provider once, and with it what the subscription said when it was looked at. Looks that are older than another change nothing. */
export const recordBillingEvent = platformCommand("platform.record-billing-event", {
  title: "Record a word of the payment provider",
  permission: "billing.listen",
  input: z.object({
    event: BillingEventInput,
    subscription: SubscriptionInput.nullable(),
    lookedAt: z.date(),
  }),
  output: z.object({ isNew: z.boolean() }),
  doors: [],
  audit: { notAudited: "The list of words that were taken is the record." },

  async handle({ billingProvider, plans, clock }, { event, subscription, lookedAt }) {
    const { accountOfCustomer, accountOfWorkspace, believe } = billingProvider;
    const at = clock();
    const keep = (outcome: string) =>
      billingProvider.receive({
        eventId: event.id,
        kind: event.kind,
        customerId: subscription?.customerId ?? event.customerId,
        toldAt: event.at,
        receivedAt: at,
        outcome,
      });
    if (event.problem !== null) return { isNew: await keep(event.problem) };
    if (!subscription || subscription.state === "other")
      return { isNew: await keep("changes nothing") };
    const account =
      (await accountOfCustomer(subscription.customerId)) ??
      (subscription.workspaceId ? await accountOfWorkspace(subscription.workspaceId) : null);
    if (!account) return { isNew: await keep("of nobody here") };
    // A workspace that was cancelled may have begun again with another subscription; the end of the old one is no news.
    const isOld =
      account.subscriptionId !== null &&
      account.subscriptionId !== subscription.id &&
      subscription.state === "cancelled";
    if (isOld) return { isNew: await keep("of an earlier subscription") };
    if (!(await keep(`the subscription is ${subscription.state}`))) return { isNew: false };
    const state = nextState(account.state, subscription.state);
    const plan = subscription.planId ? await plans.find(subscription.planId) : null;
    await believe(
      account.workspaceId,
      lookedAt,
      {
        state,
        ...(state !== account.state && { since: lookedAt }),
        ...(plan && { planId: plan.id }),
        customerId: subscription.customerId,
        subscriptionId: subscription.state === "cancelled" ? null : subscription.id,
        trialEndsAt: subscription.trialEndsAt,
      },
      at,
    );
    return { isNew: true };
  },
});

/** A workspace that is read only stays so while the payment is still missing. */
function nextState(before: string, told: "trialing" | "active" | "past_due" | "cancelled"): string {
  return before === "restricted" && told === "past_due" ? "restricted" : told;
}
