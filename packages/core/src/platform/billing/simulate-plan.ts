import { z } from "zod";

import { microOfCurrency, PlanMeter } from "../../billing/contract/plan";
import { digitsOf, price } from "../../billing/contract/price";
import { notFound } from "../../errors";
import { platformQuery } from "../../operation/platform";
import { count, day, idIn, instant } from "../../shapes";
import { meters } from "../../usage/contract/meters";
import { monthOf, quantitiesOf } from "../../usage/contract/month";
import { ofWorkspace } from "../people/contract";
import { overLimits } from "./over-limits";

/** Returns what a plan would have cost a workspace in each of the last months, and what it would have refused from which day on. Nothing changes. */
export const simulatePlan = platformQuery("platform.simulate-plan", {
  title: "Try a plan on a workspace's past",
  permission: "platform.read",
  input: ofWorkspace.extend({
    months: z.number().int().min(1).max(24).default(6),
    plan: z.object({
      currency: z.string().regex(/^[A-Z]{3}$/),
      fixedMicro: microOfCurrency,
      meters: z.array(PlanMeter).max(20),
    }),
  }),
  output: z.object({
    workspaceId: idIn("ws"),
    currency: z.string(),
    digits: count,
    months: z.array(
      z.object({
        startsAt: instant,
        totalMinor: count,
        lines: z.array(
          z.object({ meter: z.enum(meters).nullable(), quantity: count, amountMinor: count }),
        ),
        /** The quantities above a limit, and the day on which it was reached. */
        refused: z.array(z.object({ meter: z.enum(meters), quantity: count, from: day })),
      }),
    ),
  }),
  doors: ["admin"],

  async handle({ db, clock }, { id, months, plan }) {
    const { workspaces, usageLedger } = db.platform;
    if (!(await workspaces.find(id))) notFound("Workspace", id);
    const now = clock();
    const first = monthOf(now, 1 - months);
    const days = await usageLedger.days(id, first.startsAt, monthOf(now).endsAt);
    const before = await usageLedger.before(id, first.startsAt);
    return {
      workspaceId: id,
      currency: plan.currency,
      digits: digitsOf(plan.currency),
      months: Array.from({ length: months }, (_, at) => {
        const month = monthOf(now, 1 - months + at);
        const start = month.startsAt.toISOString().slice(0, 10);
        const held = heldAt(start, { days, before });
        const own = { days, before: held, now };
        const { lines, totalMinor } = price(plan, quantitiesOf(month, own));
        return {
          startsAt: month.startsAt,
          totalMinor,
          lines: lines.map(({ meter, quantity, amountMinor }) => ({
            meter,
            quantity,
            amountMinor,
          })),
          refused: overLimits(plan.meters, month, own),
        };
      }),
    };
  },
});

type Sums = {
  days: readonly { meter: string; day: string; quantity: number }[];
  before: readonly { meter: string; quantity: number }[];
};

/** Returns what stood of each meter at the beginning of a day. */
function heldAt(start: string, { days, before }: Sums): { meter: string; quantity: number }[] {
  return meters.map((meter) => ({
    meter,
    quantity:
      (before.find((each) => each.meter === meter)?.quantity ?? 0) +
      days
        .filter((each) => each.meter === meter && each.day < start)
        .reduce((sum, { quantity }) => sum + quantity, 0),
  }));
}
