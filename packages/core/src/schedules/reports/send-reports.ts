import type { PlatformContext } from "../../context";
import { nextTime } from "../../timing";
import type { Part } from "../contract";
import { counted, type Schedule } from "../schedule";
import { workRun } from "./work-run";

const RUNS_A_PART = 5;

/**
 * Makes the reports that are due and sends them. Several missed times of a report become one. Mails that were not taken are tried again every quarter
 * of an hour for three days, and the file is kept meanwhile.
 */
export const sendReports: Schedule = {
  cron: "* * * * *",

  async look({ db, clock }) {
    const now = clock();
    const { dueReports } = db.platform;
    const due = await dueReports.listDue(now);
    const open = due.length > 0 ? [] : await dueReports.listOpenRuns(now);
    return due.length + open.length > 0 ? now.toISOString() : null;
  },

  async work(ctx): Promise<Part> {
    await beginDue(ctx);
    const open = await ctx.db.platform.dueReports.listOpenRuns(ctx.clock());
    const counts = { sent: 0, skipped: 0, waiting: 0, failed: 0 };
    for (const { id } of open.slice(0, RUNS_A_PART)) {
      const ended = await workRun(ctx, id);
      if (ended) counts[ended] += 1;
    }
    return { next: open.length > RUNS_A_PART ? "more" : null, counts };
  },

  summary: ({ sent, skipped, waiting, failed }) =>
    [
      `Sent ${counted(sent, "report")}.`,
      ...(skipped ? [`Left out ${counted(skipped, "report")} whose figures had not changed.`] : []),
      ...(waiting ? [`${counted(waiting, "report")} wait for the mail server.`] : []),
      ...(failed ? [`${counted(failed, "report")} could not be made or sent.`] : []),
    ].join(" "),
};

/** Begins a run of each report that is due, once, though several workers look at the same moment. */
async function beginDue({ db, clock }: PlatformContext): Promise<void> {
  const now = clock();
  for (const report of await db.platform.dueReports.listDue(now)) {
    const next = nextTime(report, now);
    await db.platform.transaction(({ dueReports }) => dueReports.begin(report, { next, now }));
  }
}
