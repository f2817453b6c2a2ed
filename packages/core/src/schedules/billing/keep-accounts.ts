import { issueInvoice } from "../../billing/issue-invoice";
import { tellStanding } from "../../billing/tell-standing";
import type { PlatformContext } from "../../context";
import { counted, daysBefore, type Schedule } from "../schedule";

/** Days for which a missing payment is only said. After them the workspace is read only. */
export const DAYS_LATE = 14;

/** Ends trials and periods of grace, and issues the invoices of ended months where nobody else does. */
export const keepAccounts: Schedule = {
  cron: "20 * * * *",

  look: async ({ clock }) => clock().toISOString().slice(0, 13),

  async work(ctx, from) {
    if (from === null) return { next: "", counts: { moved: await moveOn(ctx) } };
    const [workspaceId] = await ctx.db.platform.upkeep.listWorkspaceIds({ after: from, limit: 1 });
    if (!workspaceId) return { next: null, counts: {} };
    const { account } = await ctx.db.platform.plans.accountOf(workspaceId);
    const isCharged = ctx.billing.kind !== "none" && Boolean(account?.subscriptionId);
    if (isCharged) return { next: workspaceId, counts: {} };
    const { isNew } = await issueInvoice(ctx.inWorkspace(workspaceId), {});
    return { next: workspaceId, counts: { issued: isNew ? 1 : 0 } };
  },

  summary: ({ moved, issued }) =>
    `Moved ${counted(moved, "account")} on, and issued ${counted(issued, "invoice")} of ended months.`,
};

async function moveOn({ db, clock, inWorkspace }: PlatformContext): Promise<number> {
  const { usageLedger } = db.platform;
  const now = clock();
  const due = await usageLedger.overdue(now, daysBefore(now, DAYS_LATE));
  for (const { workspaceId, state } of due) {
    const next = state === "trialing" ? "past_due" : "restricted";
    if (await usageLedger.move(workspaceId, state, next, now))
      await tellStanding(inWorkspace(workspaceId), {
        standing: next,
        since: now.toISOString(),
      });
  }
  return due.length;
}
