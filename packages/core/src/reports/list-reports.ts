import { z } from "zod";

import { query } from "../operation/query";
import { instant } from "../shapes";
import { Report, reportOf } from "./contract/report";

/** Lists the reports of the workspace with their next time and their last run, by title; `asOf` is its freshness. */
export const listReports = query("reports.list-reports", {
  title: "List reports",
  permission: "workspace.update",
  input: z.object({}),
  output: z.object({ asOf: instant, items: z.array(Report) }),
  doors: ["web"],

  async handle({ reports, clock }) {
    const stored = await reports.list();
    const last = new Map((await reports.listLastRuns()).map((run) => [run.reportId, run]));
    return {
      asOf: clock(),
      items: stored.map((report) => reportOf(report, last.get(report.id) ?? null)),
    };
  },
});
