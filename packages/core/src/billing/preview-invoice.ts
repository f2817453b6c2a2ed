import { z } from "zod";

import { query } from "../operation/query";
import { monthOf } from "../usage/contract/month";
import { InvoicePreview } from "./contract/invoice";
import { pricedMonth } from "./contract/priced-month";

/** Returns what a month costs by now: the rows of the ledger, priced by the plan that holds. */
export const previewInvoice = query("billing.preview-invoice", {
  title: "Preview an invoice",
  permission: "workspace.update",
  input: z.object({
    /** Any day of the month, of UTC. Without it: this month. */
    month: z.iso.date().optional(),
  }),
  output: InvoicePreview.nullable(),
  doors: ["web", "rest"],

  async handle({ usage, billing, clock }, { month }) {
    const now = clock();
    const of = monthOf(month ? new Date(month) : now);
    return (await pricedMonth({ usage, billing }, of, now))?.preview ?? null;
  },
});
