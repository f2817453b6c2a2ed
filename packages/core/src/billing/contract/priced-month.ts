import type { Repositories } from "@besunny/db/database";

import { type Month, quantitiesOf } from "../../usage/contract/month";
import type { InvoicePreview } from "./invoice";
import { type Plan, planOf } from "./plan";
import { digitsOf, price } from "./price";

/** Returns what a month costs under the plan that holds now, by the rows of the ledger. Null: there is no plan. */
export async function pricedMonth(
  { usage, billing }: Pick<Repositories, "usage" | "billing">,
  month: Month,
  now: Date,
): Promise<{ plan: Plan; preview: InvoicePreview } | null> {
  const row = await billing.plan();
  if (!row) return null;
  const plan = planOf(row);
  const quantities = quantitiesOf(month, {
    days: await usage.days({ from: month.startsAt, to: month.endsAt }),
    before: await usage.before(month.startsAt),
    now,
  });
  const { lines, totalMinor, currency } = price(plan, quantities);
  return {
    plan,
    preview: { plan: plan.name, currency, digits: digitsOf(currency), ...month, lines, totalMinor },
  };
}
