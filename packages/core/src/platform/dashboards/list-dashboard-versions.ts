import { z } from "zod";

import { DashboardVersion } from "../../dashboards/contract/dashboard";
import { versionsOf } from "../../dashboards/contract/keep";
import { dashboardId } from "../../ids";
import { platformQuery } from "../../operation/platform";
import { deskOf } from "./desk-of";

/** Lists the latest versions of a dashboard as they were saved, the present one first. */
export const listDashboardVersions = platformQuery("platform.list-dashboard-versions", {
  title: "List the versions of a platform dashboard",
  permission: "dashboard.manage",
  input: z.object({ id: dashboardId }),
  output: z.object({ items: z.array(DashboardVersion) }),
  doors: ["admin"],

  handle: async (tools, { id }) => ({ items: await versionsOf(deskOf(tools), id) }),
});
