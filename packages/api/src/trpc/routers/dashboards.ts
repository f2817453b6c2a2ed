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

import type { RequestContext } from "../../request-context";
import { router } from "../init";
import { mutation, query } from "../operations";

export const dashboardsRouter = router({
  list: query(listDashboards, ({ items }, tell) => ({
    items: items.map((each) => (each.isShipped ? toldOf(each, tell) : each)),
  })),
  get: query(getDashboard, (dashboard, tell) => {
    const { isShipped, content } = dashboard;
    if (!isShipped) return dashboard;
    const tiles = content.tiles.map((tile) => ({ ...tile, title: tell(tile.title) }));
    return { ...toldOf(dashboard, tell), content: { ...content, tiles } };
  }),
  create: mutation(createDashboard),
  change: mutation(changeDashboard),
  duplicate: mutation(duplicateDashboard),
  share: mutation(shareDashboard),
  remove: mutation(removeDashboard),
  bringBack: mutation(bringBackDashboard),
  versions: query(listDashboardVersions),
  restore: mutation(restoreDashboardVersion),
});

/** Dashboards that come with the product have English words, which are translated. */
function toldOf<Told extends { title: string; description: string }>(
  dashboard: Told,
  tell: RequestContext["tell"],
): Told {
  return {
    ...dashboard,
    title: tell(dashboard.title),
    description: tell(dashboard.description),
  };
}
