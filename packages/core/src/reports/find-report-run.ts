import { query } from "../operation/query";
import { fileOfRun } from "./contract/file-of-run";
import { ofReportRun, StoredFile } from "./contract/report";

/** Returns where the file of a report's run is stored. Throws `NOT_FOUND`, also where there is no file. */
export const findReportRun = query("reports.find-report-run", {
  title: "Find the file of a report",
  permission: "workspace.update",
  input: ofReportRun,
  output: StoredFile,
  doors: [],

  handle: ({ reports }, { id }) => fileOfRun(reports, id),
});
