import type { PlatformContext } from "../../context";
import { meterOf } from "../../usage/contract/meters";
import { asSold, type Month, monthOf, quantitiesOf } from "../../usage/contract/month";
import { counted, type Schedule } from "../schedule";

/** Compares each night what the provider counted with our ledger, of this month and the last. Admins see the difference. */
export const compareUsage: Schedule = {
  cron: "40 2 * * *",

  look: async ({ billing, clock }) =>
    billing.kind === "none" ? null : clock().toISOString().slice(0, 10),

  async work(ctx, from) {
    const accounts = await ctx.db.platform.billingProvider.paying();
    const account = accounts.find(({ workspaceId }) => workspaceId > (from ?? ""));
    if (!account) return { next: null, counts: {} };
    const now = ctx.clock();
    let differing = 0;
    for (const month of [monthOf(now), monthOf(now, -1)])
      differing += await compare(ctx, account, month);
    return { next: account.workspaceId, counts: { looked: 1, differing } };
  },

  summary: ({ looked, differing }) =>
    `Compared the usage of ${counted(looked, "workspace")} with the provider: ${counted(differing, "meter differs", "meters differ")}.`,
};

type Account = { workspaceId: string; customerId: string | null; planId: string | null };

async function compare(
  { db, billing, clock }: PlatformContext,
  { workspaceId, customerId, planId }: Account,
  month: Month,
): Promise<number> {
  const { billingProvider, usageLedger, plans } = db.platform;
  if (billing.kind === "none" || customerId === null || planId === null) return 0;
  const plan = await plans.find(planId);
  const lookedAt = clock();
  const ours = quantitiesOf(month, {
    days: await usageLedger.days(workspaceId, month.startsAt, month.endsAt),
    before: await usageLedger.before(workspaceId, month.startsAt),
    now: lookedAt,
  });
  let differing = 0;
  for (const { meter: word, tiers } of plan?.meters ?? []) {
    if (tiers.length === 0) continue;
    const meter = meterOf(word);
    const { startsAt: from, endsAt: to } = month;
    const theirs = await billing.counted({ customerId, meter, from, to });
    const own = asSold(meter, ours.get(meter) ?? 0);
    await billingProvider.compare({
      workspaceId,
      meter,
      startsAt: from,
      ours: own,
      theirs,
      lookedAt,
    });
    if (theirs !== own) differing += 1;
  }
  return differing;
}
