import { z } from "zod";

import { notFound } from "../../errors";
import { platformQuery } from "../../operation/platform";
import { ofReport, ReportRun, reportRunOf } from "../../reports/contract/report";
import { instant } from "../../shapes";

/** Lists what became of a report on all workspaces, the newest first. Throws `NOT_FOUND`. */
export const listReportRuns = platformQuery("platform.list-report-runs", {
  title: "List the history of a report on all workspaces",
  permission: "platform.read",
  input: ofReport,
  output: z.object({ asOf: instant, items: z.array(ReportRun) }),
  doors: ["admin"],

  async handle({ db, clock }, { id }) {
    const { reports } = db.platform;
    if (!(await reports.find(id))) notFound("Report", id);
    return { asOf: clock(), items: (await reports.listRuns(id)).map(reportRunOf) };
  },
});
