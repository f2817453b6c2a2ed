import { z } from "zod";

import { DashboardSummary } from "../../dashboards/contract/dashboard";
import { listed } from "../../dashboards/contract/keep";
import { platformQuery } from "../../operation/platform";
import { deskOf } from "./desk-of";

/** Lists the dashboards that come with the product, and those that the caller may see. */
export const listDashboards = platformQuery("platform.list-dashboards", {
  title: "List platform dashboards",
  permission: "dashboard.manage",
  input: z.object({}),
  output: z.object({ items: z.array(DashboardSummary) }),
  doors: ["admin"],

  handle: async (tools) => ({ items: await listed(deskOf(tools)) }),
});
