import { z } from "zod";

import { notFound } from "../errors";
import { query } from "../operation/query";
import { Invoice } from "./contract/invoice";
import { invoiceOf } from "./contract/invoice-of";

export const findInvoice = query("billing.find-invoice", {
  title: "Find an invoice",
  permission: "workspace.update",
  input: z.object({ id: z.string().max(60) }),
  output: Invoice,
  doors: [],

  async handle({ billing }, { id }) {
    return invoiceOf((await billing.invoice(id)) ?? notFound("Invoice", id));
  },
});
