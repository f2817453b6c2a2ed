import { z } from "zod";
import { dashboardId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { removed } from "./contract/keep";
import { deskOf } from "./desk-of";

/** Removes a dashboard for everybody. It can be brought back. */
export const removeDashboard = command("dashboards.remove-dashboard", {
  title: "Remove a dashboard",
  permission: "dashboard.make",
  input: z.object({ id: dashboardId }),
  output: nothing,
  doors: ["web"],

  handle: (tools, { id }) => removed(deskOf(tools), id, true),
});
