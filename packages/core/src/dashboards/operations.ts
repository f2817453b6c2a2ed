import { bringBackDashboard } from "./bring-back-dashboard";
import { changeDashboard } from "./change-dashboard";
import { createDashboard } from "./create-dashboard";
import { duplicateDashboard } from "./duplicate-dashboard";
import { getDashboard } from "./get-dashboard";
import { listDashboardVersions } from "./list-dashboard-versions";
import { listDashboards } from "./list-dashboards";
import { removeDashboard } from "./remove-dashboard";
import { restoreDashboardVersion } from "./restore-dashboard-version";
import { shareDashboard } from "./share-dashboard";

/** Every operation of the slice. */
export const dashboardsOperations = [
  bringBackDashboard,
  changeDashboard,
  createDashboard,
  duplicateDashboard,
  getDashboard,
  listDashboardVersions,
  listDashboards,
  removeDashboard,
  restoreDashboardVersion,
  shareDashboard,
] as const;
