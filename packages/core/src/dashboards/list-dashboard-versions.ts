import { z } from "zod";
import { dashboardId } from "../ids";
import { query } from "../operation/query";
import { DashboardVersion } from "./contract/dashboard";
import { versionsOf } from "./contract/keep";
import { deskOf } from "./desk-of";

/** Lists the latest versions of a dashboard as they were saved, the present one first. */
export const listDashboardVersions = query("dashboards.list-dashboard-versions", {
  title: "List the versions of a dashboard",
  permission: "dashboard.make",
  input: z.object({ id: dashboardId }),
  output: z.object({ items: z.array(DashboardVersion) }),
  doors: ["web"],

  handle: async (tools, { id }) => ({ items: await versionsOf(deskOf(tools), id) }),
});
