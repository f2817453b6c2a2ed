import { platformFlow } from "../../operation/platform";
import { ofReportRun, ReportFile } from "../../reports/contract/report";
import { findReportRun } from "./find-report-run";

/** Returns the file of a report on all workspaces. Rights are those of now. Throws `NOT_FOUND`, also where there is no file. */
export const getReportFile = platformFlow("platform.get-report-file", {
  title: "Download a report on all workspaces",
  permission: "platform.read",
  input: ofReportRun,
  output: ReportFile,
  doors: ["admin"],
  audit: { subjects: (_output, { id }) => [id] },

  async handle({ caller, files }, { id }) {
    const { key, fileName, format } = await findReportRun(caller, { id });
    const content = await files.read(key);
    return { fileName, format, base64: Buffer.from(content).toString("base64") };
  },
});
