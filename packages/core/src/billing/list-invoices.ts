import { z } from "zod";

import { query } from "../operation/query";
import { Invoice } from "./contract/invoice";
import { invoiceOf } from "./contract/invoice-of";

const MOST = 60;

/** Lists the invoices of the last five years, the newest first. */
export const listInvoices = query("billing.list-invoices", {
  title: "List invoices",
  permission: "workspace.update",
  input: z.object({}),
  output: z.object({ items: z.array(Invoice) }),
  doors: ["web", "rest"],

  async handle({ billing }) {
    return { items: (await billing.invoices(MOST)).map(invoiceOf) };
  },
});
