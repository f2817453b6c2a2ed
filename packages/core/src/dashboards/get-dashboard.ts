import { z } from "zod";
import { query } from "../operation/query";
import { Dashboard, dashboardKey } from "./contract/dashboard";
import { found } from "./contract/keep";
import { deskOf } from "./desk-of";

/** Returns a dashboard with its tiles, a removed one too. Throws `NOT_FOUND`. */
export const getDashboard = query("dashboards.get-dashboard", {
  title: "Show a dashboard",
  permission: "dashboard.read",
  input: z.object({ id: dashboardKey }),
  output: Dashboard,
  doors: ["web"],

  handle: (tools, { id }) => found(deskOf(tools), id),
});
