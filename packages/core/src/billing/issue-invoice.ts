import { z } from "zod";

import { command } from "../operation/command";
import { monthOf } from "../usage/contract/month";
import { isPriced } from "./contract/plan";
import { pricedMonth } from "./contract/priced-month";

/** Issues the invoice of the month before this one, where the plan costs anything. A second call for the same month adds nothing. */
export const issueInvoice = command("billing.issue-invoice", {
  title: "Issue the invoice of last month",
  permission: "spending.watch",
  input: z.object({}),
  output: z.object({ isNew: z.boolean() }),
  doors: ["job"],
  audit: { notAudited: "The invoice is the record." },

  async handle({ usage, billing, workspaceId, clock }) {
    const now = clock();
    const month = monthOf(now, -1);
    const priced = await pricedMonth({ usage, billing }, month, now);
    if (!priced || !isPriced(priced.plan)) return { isNew: false };
    const { plan, currency, totalMinor, lines } = priced.preview;
    const isNew = await billing.issue({
      number: `${month.startsAt.toISOString().slice(0, 7)}-${workspaceId.slice(-6)}`,
      planName: plan,
      ...month,
      currency,
      totalMinor,
      lines,
      issuedAt: now,
    });
    return { isNew };
  },
});
