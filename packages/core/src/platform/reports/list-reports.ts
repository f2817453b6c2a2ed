import { z } from "zod";

import { platformQuery } from "../../operation/platform";
import { Report, reportOf } from "../../reports/contract/report";
import { instant } from "../../shapes";

/** Lists the reports on all workspaces with their next time and their last run, by title; `asOf` is its freshness. */
export const listReports = platformQuery("platform.list-reports", {
  title: "List reports on all workspaces",
  permission: "platform.read",
  input: z.object({}),
  output: z.object({ asOf: instant, items: z.array(Report) }),
  doors: ["admin"],

  async handle({ db, clock }) {
    const { reports } = db.platform;
    const [stored, runs] = await Promise.all([reports.list(), reports.listLastRuns()]);
    const last = new Map(runs.map((run) => [run.reportId, run]));
    return {
      asOf: clock(),
      items: stored.map((report) => reportOf(report, last.get(report.id) ?? null)),
    };
  },
});
