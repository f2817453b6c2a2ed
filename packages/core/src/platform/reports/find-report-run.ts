import { platformQuery } from "../../operation/platform";
import { fileOfRun } from "../../reports/contract/file-of-run";
import { ofReportRun, StoredFile } from "../../reports/contract/report";

/** Returns where the file of a report's run is stored. Throws `NOT_FOUND`, also where there is no file. */
export const findReportRun = platformQuery("platform.find-report-run", {
  title: "Find the file of a report on all workspaces",
  permission: "platform.read",
  input: ofReportRun,
  output: StoredFile,
  doors: [],

  handle: ({ db }, { id }) => fileOfRun(db.platform.reports, id),
});
