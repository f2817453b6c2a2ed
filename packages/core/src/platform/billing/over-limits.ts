import type { PlanMeter } from "../../billing/contract/plan";
import { isLevel, type Meter } from "../../usage/contract/meters";
import { dayOf, type Month } from "../../usage/contract/month";

export type Refused = { meter: Meter; quantity: number; from: string };

type Sums = {
  days: readonly { meter: string; day: string; quantity: number }[];
  before: readonly { meter: string; quantity: number }[];
};

/** Returns by how much a month's use goes over hard limits, and the day on which each was first passed. What was held before counts for levels. */
export function overLimits(
  limits: readonly Pick<PlanMeter, "meter" | "hard">[],
  { startsAt, endsAt }: Month,
  { days, before }: Sums,
): Refused[] {
  return limits.flatMap(({ meter, hard }): Refused[] => {
    if (hard === null) return [];
    let sum = isLevel(meter) ? (before.find((each) => each.meter === meter)?.quantity ?? 0) : 0;
    let most = sum;
    let from = sum > hard ? dayOf(startsAt) : null;
    const own = days.filter(
      (each) => each.meter === meter && each.day >= dayOf(startsAt) && each.day < dayOf(endsAt),
    );
    for (const { day, quantity } of own.toSorted((one, other) =>
      one.day.localeCompare(other.day),
    )) {
      sum += quantity;
      most = Math.max(most, sum);
      if (sum > hard) from ??= day;
    }
    return from === null ? [] : [{ meter, quantity: most - hard, from }];
  });
}
