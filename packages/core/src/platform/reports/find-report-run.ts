import { z } from "zod";

import { notFound } from "../../errors";
import { platformQuery } from "../../operation/platform";
import { fileNameOf } from "../../reports/contract/file-name-of";
import { ofReportRun, reportRunOf } from "../../reports/contract/report";
import { reportFormats } from "../../reports/contract/report-words";

/** Returns where the file of a report's run is stored. Throws `NOT_FOUND`, also where there is no file. */
export const findReportRun = platformQuery("platform.find-report-run", {
  title: "Find the file of a report on all workspaces",
  permission: "platform.read",
  input: ofReportRun,
  output: z.object({ key: z.string(), fileName: z.string(), format: z.enum(reportFormats) }),
  doors: [],

  async handle({ db }, { id }) {
    const { reports } = db.platform;
    const run = (await reports.findRun(id)) ?? notFound("Report run", id);
    const report = (await reports.find(run.reportId)) ?? notFound("Report", run.reportId);
    const { artefactKey: key, asOf } = run;
    if (!key) return notFound("File of the report run", id);
    const { format } = reportRunOf(run);
    const fileName = fileNameOf({ title: report.title, at: asOf ?? run.createdAt, format });
    return { key, fileName, format };
  },
});
