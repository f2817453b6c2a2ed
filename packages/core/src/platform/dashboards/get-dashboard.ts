import { z } from "zod";

import { Dashboard, dashboardKey } from "../../dashboards/contract/dashboard";
import { found } from "../../dashboards/contract/keep";
import { platformQuery } from "../../operation/platform";
import { deskOf } from "./desk-of";

/** Returns a dashboard with its tiles, a removed one too. Throws `NOT_FOUND`. */
export const getDashboard = platformQuery("platform.get-dashboard", {
  title: "Show a platform dashboard",
  permission: "dashboard.manage",
  input: z.object({ id: dashboardKey }),
  output: Dashboard,
  doors: ["admin"],

  handle: (tools, { id }) => found(deskOf(tools), id),
});
