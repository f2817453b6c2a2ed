import { forecastMetric } from "@besunny/core/forecasts/forecast-metric";
import { forecastMetric as forecastAnyMetric } from "@besunny/core/platform/metrics/forecast-metric";
import { changeReport as changeForAll } from "@besunny/core/platform/reports/change-report";
import { createReport as createForAll } from "@besunny/core/platform/reports/create-report";
import { getReportFile as getFileForAll } from "@besunny/core/platform/reports/get-report-file";
import { listReportRecipients } from "@besunny/core/platform/reports/list-report-recipients";
import { listReportRuns as listRunsForAll } from "@besunny/core/platform/reports/list-report-runs";
import { listReports as listForAll } from "@besunny/core/platform/reports/list-reports";
import { pauseReport as pauseForAll } from "@besunny/core/platform/reports/pause-report";
import { previewReport as previewForAll } from "@besunny/core/platform/reports/preview-report";
import { removeReport as removeForAll } from "@besunny/core/platform/reports/remove-report";
import { sendReport as sendForAll } from "@besunny/core/platform/reports/send-report";
import { changeReport } from "@besunny/core/reports/change-report";
import { createReport } from "@besunny/core/reports/create-report";
import { getReportFile } from "@besunny/core/reports/get-report-file";
import { listReportRuns } from "@besunny/core/reports/list-report-runs";
import { listReports } from "@besunny/core/reports/list-reports";
import { pauseReport } from "@besunny/core/reports/pause-report";
import { previewReport } from "@besunny/core/reports/preview-report";
import { previewReportTimes } from "@besunny/core/reports/preview-report-times";
import { removeReport } from "@besunny/core/reports/remove-report";
import { sendReport } from "@besunny/core/reports/send-report";

import { router } from "../init";
import { mutation, platformMutation, platformQuery, query } from "../operations";

export const reportsRouter = router({
  list: query(listReports),
  runs: query(listReportRuns),
  times: query(previewReportTimes),
  preview: query(previewReport),
  file: mutation(getReportFile),
  create: mutation(createReport),
  change: mutation(changeReport),
  pause: mutation(pauseReport),
  remove: mutation(removeReport),
  send: mutation(sendReport),
});

export const adminReportsRouter = router({
  list: platformQuery(listForAll),
  recipients: platformQuery(listReportRecipients),
  runs: platformQuery(listRunsForAll),
  preview: platformQuery(previewForAll),
  file: platformMutation(getFileForAll),
  create: platformMutation(createForAll),
  change: platformMutation(changeForAll),
  pause: platformMutation(pauseForAll),
  remove: platformMutation(removeForAll),
  send: platformMutation(sendForAll),
});

export const forecastsRouter = router({ forecast: query(forecastMetric) });

export const adminForecastsRouter = router({ forecast: platformQuery(forecastAnyMetric) });
