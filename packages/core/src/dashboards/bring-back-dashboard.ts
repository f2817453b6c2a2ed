import { z } from "zod";
import { dashboardId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { removed } from "./contract/keep";
import { deskOf } from "./desk-of";

/** Undoes the removal of a dashboard. */
export const bringBackDashboard = command("dashboards.bring-back-dashboard", {
  title: "Bring a removed dashboard back",
  permission: "dashboard.make",
  input: z.object({ id: dashboardId }),
  output: nothing,
  doors: ["web"],

  handle: (tools, { id }) => removed(deskOf(tools), id, false),
});
