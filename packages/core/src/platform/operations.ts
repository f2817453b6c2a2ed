import { listWorkspaceAudit } from "./audit/list-workspace-audit";
import { readLogLinks } from "./audit/read-log-links";
import { verifyLogOf } from "./audit/verify-log-of";
import { platformBillingOperations } from "./billing/operations";
import { countForBulkAction } from "./bulk-actions/count-for-bulk-action";
import { endBulkAction } from "./bulk-actions/end-bulk-action";
import { getBulkAction } from "./bulk-actions/get-bulk-action";
import { listBulkActions } from "./bulk-actions/list-bulk-actions";
import { planBulkPage } from "./bulk-actions/plan-bulk-page";
import { recordBulkAction } from "./bulk-actions/record-bulk-action";
import { startBulkAction } from "./bulk-actions/start-bulk-action";
import { stopBulkAction } from "./bulk-actions/stop-bulk-action";
import { workBulkPage } from "./bulk-actions/work-bulk-page";
import { makePlatformEvidence } from "./compliance/make-platform-evidence";
import { readPlatformEvidence } from "./compliance/read-platform-evidence";
import { addPrice } from "./costs/add-price";
import { getAllSpending } from "./costs/get-all-spending";
import { listAllBudgets } from "./costs/list-all-budgets";
import { listAllCalls } from "./costs/list-all-calls";
import { listPrices } from "./costs/list-prices";
import { listRetirements } from "./costs/list-retirements";
import { putRetirement } from "./costs/put-retirement";
import { removeRetirement } from "./costs/remove-retirement";
import { bringBackDashboard } from "./dashboards/bring-back-dashboard";
import { changeDashboard } from "./dashboards/change-dashboard";
import { createDashboard } from "./dashboards/create-dashboard";
import { duplicateDashboard } from "./dashboards/duplicate-dashboard";
import { getDashboard } from "./dashboards/get-dashboard";
import { listDashboardLinks } from "./dashboards/list-dashboard-links";
import { listDashboardVersions } from "./dashboards/list-dashboard-versions";
import { listDashboards } from "./dashboards/list-dashboards";
import { makeDashboardLink } from "./dashboards/make-dashboard-link";
import { openDashboardLink } from "./dashboards/open-dashboard-link";
import { readLinkedFigures } from "./dashboards/read-linked-figures";
import { removeDashboard } from "./dashboards/remove-dashboard";
import { restoreDashboardVersion } from "./dashboards/restore-dashboard-version";
import { revokeDashboardLink } from "./dashboards/revoke-dashboard-link";
import { shareDashboard } from "./dashboards/share-dashboard";
import { getDepartureCertificate } from "./departures/get-departure-certificate";
import { handOver } from "./departures/hand-over";
import { listDepartures } from "./departures/list-departures";
import { findAnything } from "./documents/find-anything";
import { getPlatformDocument } from "./documents/get-platform-document";
import { getEncryptionState } from "./encryption/get-encryption-state";
import { listEncryption } from "./encryption/list-encryption";
import { replaceMainKey } from "./encryption/replace-main-key";
import { rewrapKeys } from "./encryption/rewrap-keys";
import { changeFlag } from "./flags/change-flag";
import { decideForWorkspace } from "./flags/decide-for-workspace";
import { killFlag } from "./flags/kill-flag";
import { listFlagChanges } from "./flags/list-flag-changes";
import { listFlags } from "./flags/list-flags";
import { reviveFlag } from "./flags/revive-flag";
import { getDisk } from "./get-disk";
import { getOverview } from "./get-overview";
import { isLiveWorkWaiting } from "./is-live-work-waiting";
import { listIsolationChecks } from "./isolation/list-isolation-checks";
import { listPlatformAudit } from "./list-platform-audit";
import { listPlatformDocuments } from "./list-platform-documents";
import { listStageRuns } from "./list-stage-runs";
import { askToLook } from "./looks/ask-to-look";
import { listLooksInto } from "./looks/list-looks-into";
import { lookAtDocument } from "./looks/look-at-document";
import { lookInto } from "./looks/look-into";
import { mayArrivedRunGo } from "./may-arrived-run-go";
import { drillMetric } from "./metrics/drill-metric";
import { forecastMetric } from "./metrics/forecast-metric";
import { listMetrics } from "./metrics/list-metrics";
import { readMetrics } from "./metrics/read-metrics";
import { rollUpFigures } from "./metrics/roll-up-figures";
import { compareWorkspaceReleases } from "./models/compare-workspace-releases";
import { getWorkspaceEvaluation } from "./models/get-workspace-evaluation";
import { getWorkspaceExperiment } from "./models/get-workspace-experiment";
import { listModelWorkspaces } from "./models/list-model-workspaces";
import { listWorkspaceEvaluations } from "./models/list-workspace-evaluations";
import { listWorkspaceExperiments } from "./models/list-workspace-experiments";
import { listWorkspaceReleases } from "./models/list-workspace-releases";
import { rollBackRelease } from "./models/roll-back-release";
import { stopWorkspaceExperiment } from "./models/stop-workspace-experiment";
import { changePersonRole } from "./people/change-person-role";
import { createWorkspace } from "./people/create-workspace";
import { endSessions } from "./people/end-sessions";
import { getPerson } from "./people/get-person";
import { getPlatformWorkspace } from "./people/get-platform-workspace";
import { invitePerson } from "./people/invite-person";
import { listPeople } from "./people/list-people";
import { listWorkspaces } from "./people/list-workspaces";
import { resetPersonPassword } from "./people/reset-person-password";
import { resumePerson } from "./people/resume-person";
import { resumeWorkspace } from "./people/resume-workspace";
import { suspendPerson } from "./people/suspend-person";
import { suspendWorkspace } from "./people/suspend-workspace";
import { countDataIssues } from "./quality/count-data-issues";
import { countLabels } from "./quality/count-labels";
import { listDataIssues } from "./quality/list-data-issues";
import { listDrift } from "./quality/list-drift";
import { listLabels } from "./quality/list-labels";
import { changeRate } from "./rates/change-rate";
import { listRates } from "./rates/list-rates";
import { relayOutbox } from "./relay-outbox";
import { changeReport } from "./reports/change-report";
import { createReport } from "./reports/create-report";
import { findReportRun } from "./reports/find-report-run";
import { getReportFile } from "./reports/get-report-file";
import { listReportRecipients } from "./reports/list-report-recipients";
import { listReportRuns } from "./reports/list-report-runs";
import { listReports } from "./reports/list-reports";
import { pauseReport } from "./reports/pause-report";
import { previewReport } from "./reports/preview-report";
import { removeReport } from "./reports/remove-report";
import { sendReport } from "./reports/send-report";
import { cancelRun } from "./runs/cancel-run";
import { getRun } from "./runs/get-run";
import { getRunMetrics } from "./runs/get-run-metrics";
import { getRunSetting } from "./runs/get-run-setting";
import { listFailures } from "./runs/list-failures";
import { listRuns } from "./runs/list-runs";
import { pauseFunction } from "./runs/pause-function";
import { replayRun } from "./runs/replay-run";
import { resumeFunction } from "./runs/resume-function";
import { retryRun } from "./runs/retry-run";
import { getIndexState } from "./search/get-index-state";
import { getSearchQuality } from "./search/get-search-quality";
import { listSearches } from "./search/list-searches";
import { switchIndex } from "./search/switch-index";
import { listConnectors } from "./sources/list-connectors";
import { getDatabaseSize } from "./system/get-database-size";
import { getDiskUsage } from "./system/get-disk-usage";
import { getSystem } from "./system/get-system";
import { readSystemRecords } from "./system/read-system-records";
import { recordDependencyTest } from "./system/record-dependency-test";
import { testDependency } from "./system/test-dependency";

/** Every operation of the slice. */
export const platformOperations = [
  countForBulkAction,
  endBulkAction,
  getBulkAction,
  getEncryptionState,
  getDepartureCertificate,
  handOver,
  listDepartures,
  listBulkActions,
  planBulkPage,
  recordBulkAction,
  startBulkAction,
  stopBulkAction,
  workBulkPage,
  findAnything,
  getPlatformDocument,
  getDisk,
  getIndexState,
  getOverview,
  getSearchQuality,
  listConnectors,
  listSearches,
  switchIndex,
  changeFlag,
  decideForWorkspace,
  killFlag,
  listFlagChanges,
  listFlags,
  reviveFlag,
  getDatabaseSize,
  getDiskUsage,
  getSystem,
  readSystemRecords,
  recordDependencyTest,
  testDependency,
  isLiveWorkWaiting,
  mayArrivedRunGo,
  askToLook,
  listLooksInto,
  lookAtDocument,
  lookInto,
  makePlatformEvidence,
  readLogLinks,
  readPlatformEvidence,
  verifyLogOf,
  listWorkspaceAudit,
  listPlatformAudit,
  listPlatformDocuments,
  listStageRuns,
  drillMetric,
  forecastMetric,
  listMetrics,
  readMetrics,
  rollUpFigures,
  compareWorkspaceReleases,
  getWorkspaceEvaluation,
  getWorkspaceExperiment,
  listModelWorkspaces,
  listWorkspaceEvaluations,
  listWorkspaceExperiments,
  listEncryption,
  listWorkspaceReleases,
  replaceMainKey,
  rewrapKeys,
  rollBackRelease,
  stopWorkspaceExperiment,
  changePersonRole,
  createWorkspace,
  endSessions,
  getPerson,
  getPlatformWorkspace,
  invitePerson,
  listPeople,
  listWorkspaces,
  resetPersonPassword,
  resumePerson,
  resumeWorkspace,
  suspendPerson,
  suspendWorkspace,
  countDataIssues,
  countLabels,
  listDataIssues,
  listDrift,
  listLabels,
  relayOutbox,
  listIsolationChecks,
  changeRate,
  listRates,
  changeReport,
  createReport,
  findReportRun,
  getReportFile,
  listReportRecipients,
  listReportRuns,
  listReports,
  pauseReport,
  previewReport,
  removeReport,
  sendReport,
  cancelRun,
  getRun,
  getRunMetrics,
  getRunSetting,
  listFailures,
  listRuns,
  pauseFunction,
  replayRun,
  resumeFunction,
  retryRun,
  addPrice,
  getAllSpending,
  listAllBudgets,
  listAllCalls,
  listPrices,
  listRetirements,
  putRetirement,
  removeRetirement,
  bringBackDashboard,
  changeDashboard,
  createDashboard,
  duplicateDashboard,
  getDashboard,
  listDashboardLinks,
  listDashboardVersions,
  listDashboards,
  makeDashboardLink,
  openDashboardLink,
  readLinkedFigures,
  removeDashboard,
  restoreDashboardVersion,
  revokeDashboardLink,
  shareDashboard,
  ...platformBillingOperations,
] as const;
