import { z } from "zod";

import { DashboardLink } from "../../dashboards/contract/dashboard";
import { linksOf } from "../../dashboards/contract/keep";
import { dashboardId } from "../../ids";
import { platformQuery } from "../../operation/platform";
import { deskOf } from "./desk-of";

/** Lists the links of a dashboard that have not ended, without their tokens. */
export const listDashboardLinks = platformQuery("platform.list-dashboard-links", {
  title: "List the links of a platform dashboard",
  permission: "dashboard.manage",
  input: z.object({ id: dashboardId }),
  output: z.object({ items: z.array(DashboardLink) }),
  doors: ["admin"],

  handle: async (tools, { id }) => ({ items: await linksOf(deskOf(tools), id) }),
});
