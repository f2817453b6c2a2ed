import { changeReport } from "./change-report";
import { createReport } from "./create-report";
import { findReportRun } from "./find-report-run";
import { getReportFile } from "./get-report-file";
import { listReportRuns } from "./list-report-runs";
import { listReports } from "./list-reports";
import { pauseReport } from "./pause-report";
import { previewReport } from "./preview-report";
import { previewReportTimes } from "./preview-report-times";
import { removeReport } from "./remove-report";
import { sendReport } from "./send-report";
import { tellReport } from "./tell-report";

/** Every operation of the slice. */
export const reportsOperations = [
  changeReport,
  createReport,
  findReportRun,
  getReportFile,
  listReportRuns,
  listReports,
  pauseReport,
  previewReport,
  previewReportTimes,
  removeReport,
  sendReport,
  tellReport,
] as const;
