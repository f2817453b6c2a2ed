import type { PlanRow } from "@besunny/db/money/plan-rows";
import { z } from "zod";

import { count, instant } from "../../shapes";
import { meterOf, meters } from "../../usage/contract/meters";
import { amount } from "../../usage/contract/usage";
import { digitsOf, type PricedPlan } from "./price";

/** A hundred million of a currency a month. */
const MOST_MICRO = 100_000_000_000_000;
export const microOfCurrency = z.number().int().min(0).max(MOST_MICRO);
const MOST_TIERS = 10;

export const Tier = z.object({ upTo: amount.min(1).nullable(), unitMicro: microOfCurrency });

/** The limits of a meter in a plan, and the price of `per` units in tiers. No tiers: it costs nothing. */
export const PlanMeter = z.object({
  meter: z.enum(meters),
  soft: amount.nullable(),
  hard: amount.nullable(),
  per: amount.min(1),
  tiers: z.array(Tier).max(MOST_TIERS),
});
export type PlanMeter = z.infer<typeof PlanMeter>;

export const Plan = z.object({
  id: z.string(),
  name: z.string(),
  currency: z.string(),
  /** The digits after the point that the currency has. */
  digits: count,
  fixedMicro: count,
  trialDays: count,
  isDefault: z.boolean(),
  archivedAt: instant.nullable(),
  meters: z.array(PlanMeter),
});
export type Plan = z.infer<typeof Plan>;

/** Returns a stored plan as clients know it. */
export function planOf(row: PlanRow): Plan {
  return {
    ...row,
    digits: digitsOf(row.currency),
    meters: row.meters.map((each) => ({ ...each, meter: meterOf(each.meter) })),
  };
}

/** Returns whether a plan costs anything. */
export function isPriced({ fixedMicro, meters: priced }: PricedPlan): boolean {
  return fixedMicro > 0 || priced.some(({ tiers }) => tiers.length > 0);
}
