import { bringBackDashboard } from "@besunny/core/platform/dashboards/bring-back-dashboard";
import { changeDashboard } from "@besunny/core/platform/dashboards/change-dashboard";
import { createDashboard } from "@besunny/core/platform/dashboards/create-dashboard";
import { duplicateDashboard } from "@besunny/core/platform/dashboards/duplicate-dashboard";
import { getDashboard } from "@besunny/core/platform/dashboards/get-dashboard";
import { listDashboardLinks } from "@besunny/core/platform/dashboards/list-dashboard-links";
import { listDashboardVersions } from "@besunny/core/platform/dashboards/list-dashboard-versions";
import { listDashboards } from "@besunny/core/platform/dashboards/list-dashboards";
import { makeDashboardLink } from "@besunny/core/platform/dashboards/make-dashboard-link";
import { removeDashboard } from "@besunny/core/platform/dashboards/remove-dashboard";
import { restoreDashboardVersion } from "@besunny/core/platform/dashboards/restore-dashboard-version";
import { revokeDashboardLink } from "@besunny/core/platform/dashboards/revoke-dashboard-link";
import { shareDashboard } from "@besunny/core/platform/dashboards/share-dashboard";

import { router } from "../../init";
import { platformMutation, platformQuery } from "../../operations";

export const adminDashboardsRouter = router({
  list: platformQuery(listDashboards),
  get: platformQuery(getDashboard),
  create: platformMutation(createDashboard),
  change: platformMutation(changeDashboard),
  duplicate: platformMutation(duplicateDashboard),
  share: platformMutation(shareDashboard),
  remove: platformMutation(removeDashboard),
  bringBack: platformMutation(bringBackDashboard),
  versions: platformQuery(listDashboardVersions),
  restore: platformMutation(restoreDashboardVersion),
  links: platformQuery(listDashboardLinks),
  makeLink: platformMutation(makeDashboardLink),
  revokeLink: platformMutation(revokeDashboardLink),
});
