import { bringBackDashboard } from "@besunny/core/dashboards/bring-back-dashboard";
import { changeDashboard } from "@besunny/core/dashboards/change-dashboard";
import { createDashboard } from "@besunny/core/dashboards/create-dashboard";
import { duplicateDashboard } from "@besunny/core/dashboards/duplicate-dashboard";
import { getDashboard } from "@besunny/core/dashboards/get-dashboard";
import { listDashboardVersions } from "@besunny/core/dashboards/list-dashboard-versions";
import { listDashboards } from "@besunny/core/dashboards/list-dashboards";
import { removeDashboard } from "@besunny/core/dashboards/remove-dashboard";
import { restoreDashboardVersion } from "@besunny/core/dashboards/restore-dashboard-version";
import { shareDashboard } from "@besunny/core/dashboards/share-dashboard";

import { router } from "../init";
import { mutation, query } from "../operations";

export const dashboardsRouter = router({
  list: query(listDashboards),
  get: query(getDashboard),
  create: mutation(createDashboard),
  change: mutation(changeDashboard),
  duplicate: mutation(duplicateDashboard),
  share: mutation(shareDashboard),
  remove: mutation(removeDashboard),
  bringBack: mutation(bringBackDashboard),
  versions: query(listDashboardVersions),
  restore: mutation(restoreDashboardVersion),
});
