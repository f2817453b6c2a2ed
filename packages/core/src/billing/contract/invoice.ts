import { z } from "zod";

import { count, instant } from "../../shapes";
import { meters } from "../../usage/contract/meters";

export const InvoiceLine = z.object({
  meter: z.enum(meters).nullable(),
  quantity: count,
  per: count,
  amountMinor: count,
  parts: z.array(z.object({ quantity: count, unitMicro: count })),
});

/** The cost of a month. Amounts are in the smallest unit of the currency. */
export const InvoicePreview = z.object({
  plan: z.string(),
  currency: z.string(),
  digits: count,
  startsAt: instant,
  endsAt: instant,
  lines: z.array(InvoiceLine),
  totalMinor: count,
});
export type InvoicePreview = z.infer<typeof InvoicePreview>;

export const Invoice = InvoicePreview.extend({
  id: z.string(),
  number: z.string(),
  issuedAt: instant,
});
export type Invoice = z.infer<typeof Invoice>;
