import type { Billing } from "@besunny/connectors/billing/billing";

import type { PlatformContext } from "../../context";
import { levelMeters } from "../../usage/contract/meters";
import { asSold, monthOf, quantitiesOf } from "../../usage/contract/month";
import { counted, type Schedule } from "../schedule";

const AT_ONCE = 100;
const DAY_MS = 86_400_000;
/** Providers take usage of the last 35 days, and know an identifier for one day. */
const OLDEST_MS = 34 * DAY_MS;
const KNOWN_MS = 23 * 3_600_000;

type Waiting = Awaited<
  ReturnType<PlatformContext["db"]["platform"]["billingProvider"]["waiting"]>
>[number];

/** Tells the provider what was used, each row of the ledger once, by its idempotency key. */
export const sendUsage: Schedule = {
  cron: "*/5 * * * *",

  look: async ({ billing, clock }) =>
    billing.kind === "none" ? null : clock().toISOString().slice(0, 16),

  async work(ctx, from) {
    if (ctx.billing.kind === "none") return { next: null, counts: {} };
    if (from === null) {
      await addLevels(ctx);
      return { next: "levels are added", counts: {} };
    }
    const { billingProvider } = ctx.db.platform;
    const rows = await billingProvider.waiting(AT_ONCE);
    const ends = { sent: 0, refused: 0, waiting: 0 };
    for (const row of rows) ends[await deliver(ctx, ctx.billing, row)] += 1;
    // Rows that wait are tried again at the next time.
    const isDone = rows.length < AT_ONCE || ends.waiting > 0;
    return { next: isDone ? null : from, counts: ends };
  },

  summary: ({ sent, refused, waiting }) =>
    `Told the provider ${counted(sent, "row")} of usage; it refused ${refused ?? 0}, and ${waiting ?? 0} wait.`,
};

async function deliver(
  ctx: PlatformContext,
  billing: Exclude<Billing, { kind: "none" }>,
  { workspaceId, identifier, meter, quantity, occurredAt, triedAt, customerId }: Waiting,
): Promise<"sent" | "refused" | "waiting"> {
  const { billingProvider } = ctx.db.platform;
  const now = ctx.clock();
  const end = (state: "refused" | "unsure", problem: string) =>
    billingProvider.end(workspaceId, identifier, { state, sentAt: null, problem });
  if (customerId === null) {
    await end("refused", "The workspace has no customer any more.");
    return "refused";
  }
  if (now.getTime() - occurredAt.getTime() > OLDEST_MS) {
    await end("refused", "The provider takes no usage that is older than 35 days.");
    return "refused";
  }
  if (triedAt !== null && now.getTime() - triedAt.getTime() > KNOWN_MS) {
    await end("unsure", "Nobody knows if an earlier try arrived, and a new one could count twice.");
    return "refused";
  }
  await billingProvider.try(workspaceId, identifier, now);
  const told = await billing.tell({ identifier, customerId, meter, quantity, at: occurredAt });
  if (told.kind === "refused") {
    await end("refused", told.why);
    return "refused";
  }
  if (told.kind === "later") {
    ctx.log.warn({ workspaceId, identifier, why: told.why }, "usage waits for the provider");
    return "waiting";
  }
  await billingProvider.end(workspaceId, identifier, {
    state: "sent",
    sentAt: ctx.clock(),
    problem: null,
  });
  return "sent";
}

/** Of what there is now, the provider sums up what the highest level of the month has grown by. */
async function addLevels({ db, clock }: PlatformContext): Promise<void> {
  const { billingProvider, usageLedger, plans } = db.platform;
  const now = clock();
  const month = monthOf(now);
  for (const { workspaceId, planId } of await billingProvider.paying()) {
    const plan = planId ? await plans.find(planId) : null;
    const priced = levelMeters.filter((meter) =>
      plan?.meters.some((each) => each.meter === meter && each.tiers.length > 0),
    );
    if (priced.length === 0) continue;
    const highest = quantitiesOf(month, {
      days: await usageLedger.days(workspaceId, month.startsAt, month.endsAt),
      before: await usageLedger.before(workspaceId, month.startsAt),
      now,
    });
    for (const meter of priced) {
      const most = asSold(meter, highest.get(meter) ?? 0);
      const told = await billingProvider.told(workspaceId, meter, month.startsAt, month.endsAt);
      if (most <= told) continue;
      const identifier = `${meter}:${workspaceId}:${month.startsAt.toISOString().slice(0, 7)}:${most}`;
      await billingProvider.add([
        { workspaceId, identifier, meter, quantity: most - told, occurredAt: now },
      ]);
    }
  }
}
