import { z } from "zod";
import { dashboardId } from "../ids";
import { command } from "../operation/command";
import { Dashboard } from "./contract/dashboard";
import { restored } from "./contract/keep";
import { deskOf } from "./desk-of";

/** Writes an earlier version as the next one. Throws `CONFLICT` if the dashboard is no longer in the version that the caller saw. */
export const restoreDashboardVersion = command("dashboards.restore-dashboard-version", {
  title: "Restore a version of a dashboard",
  permission: "dashboard.make",
  input: z.object({
    id: dashboardId,
    seen: z.number().int().positive(),
    version: z.number().int().positive(),
  }),
  output: Dashboard,
  doors: ["web"],

  handle: (tools, { id, seen, version }) => restored(deskOf(tools), { id, seen, version }),
});
