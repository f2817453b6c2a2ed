import { flow } from "../operation/flow";
import { ofReportRun, ReportFile } from "./contract/report";
import { findReportRun } from "./find-report-run";

/** Returns the file of a report. Rights are those of now. Throws `NOT_FOUND`, also where there is no file. */
export const getReportFile = flow("reports.get-report-file", {
  title: "Download a report",
  permission: "workspace.update",
  input: ofReportRun,
  output: ReportFile,
  doors: ["web"],
  uses: ["files"],
  audit: { subjects: (_output, { id }) => [id] },

  async handle({ caller, files }, { id }) {
    const { key, fileName, format } = await findReportRun(caller, { id });
    const content = await files.read(key);
    return { fileName, format, base64: Buffer.from(content).toString("base64") };
  },
});
