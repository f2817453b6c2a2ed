import { z } from "zod";

import { personOf } from "../access/person-of";
import { conflict, notFound } from "../errors";
import { listMembers } from "../members/list-members";
import { flow } from "../operation/flow";
import { getWorkspace } from "../workspaces/get-workspace";
import { charging } from "./contract/charging";
import { isPriced } from "./contract/plan";
import { keepCustomer } from "./keep-customer";
import { readBilling } from "./read-billing";

/** Returns the address of the provider's page on which a plan is paid for. The plan holds once the provider says that it is paid. */
export const startCheckout = flow("billing.start-checkout", {
  title: "Begin to pay for a plan",
  permission: "billing.manage",
  input: z.object({ planId: z.string().max(60), returnTo: z.url().max(500) }),
  output: z.object({ url: z.url() }),
  doors: ["web"],
  stepUp: true,
  uses: ["billing"],
  audit: { subjects: (_output, { planId }) => [planId] },

  async handle({ caller, billing, actor, workspaceId }, { planId, returnTo }) {
    const provider = charging(billing);
    const { plans, customerId: known, hasSubscription } = await readBilling(caller, {});
    const plan = plans.find(({ id }) => id === planId) ?? notFound("Plan", planId);
    if (!isPriced(plan))
      conflict("This plan costs nothing", "Ask the people who run BeSunny for it.");
    if (hasSubscription)
      conflict(
        "This workspace pays for a plan already",
        "Open the payments, and change the plan there.",
      );
    const { name } = await getWorkspace(caller, {});
    const { items } = await listMembers(caller, {});
    const email = items.find(({ userId }) => userId === personOf(actor).id)?.email ?? "";
    const customerId = known ?? (await provider.customer({ workspaceId, name, email }));
    if (!known) await keepCustomer(caller, { customerId });
    return { url: await provider.checkout({ customerId, workspaceId, plan, returnTo }) };
  },
});
