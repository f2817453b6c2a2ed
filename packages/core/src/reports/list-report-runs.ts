import { z } from "zod";

import { notFound } from "../errors";
import { query } from "../operation/query";
import { instant } from "../shapes";
import { ofReport, ReportRun, reportRunOf } from "./contract/report";

/** Lists what became of a report, the newest first. Throws `NOT_FOUND`. */
export const listReportRuns = query("reports.list-report-runs", {
  title: "List the history of a report",
  permission: "workspace.update",
  input: ofReport,
  output: z.object({ asOf: instant, items: z.array(ReportRun) }),
  doors: ["web"],

  async handle({ reports, clock }, { id }) {
    if (!(await reports.find(id))) notFound("Report", id);
    return { asOf: clock(), items: (await reports.listRuns(id)).map(reportRunOf) };
  },
});
