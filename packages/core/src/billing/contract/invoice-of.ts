import type { InvoiceRow } from "@besunny/db/money/billing";
import { z } from "zod";

import { type Invoice, InvoiceLine } from "./invoice";
import { digitsOf } from "./price";

/** Returns a stored invoice as clients know it. */
export function invoiceOf({ planName, lines, ...row }: InvoiceRow): Invoice {
  return {
    ...row,
    plan: planName,
    digits: digitsOf(row.currency),
    lines: z.array(InvoiceLine).parse(lines),
  };
}
