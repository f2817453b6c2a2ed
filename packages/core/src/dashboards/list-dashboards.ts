import { z } from "zod";
import { query } from "../operation/query";
import { DashboardSummary } from "./contract/dashboard";
import { listed } from "./contract/keep";
import { deskOf } from "./desk-of";

/** Lists the dashboards that come with the product, and those that the caller may see. */
export const listDashboards = query("dashboards.list-dashboards", {
  title: "List dashboards",
  permission: "dashboard.read",
  input: z.object({}),
  output: z.object({ items: z.array(DashboardSummary) }),
  doors: ["web"],

  handle: async (tools) => ({ items: await listed(deskOf(tools)) }),
});
