import { z } from "zod";
import { dashboardId } from "../ids";
import { command } from "../operation/command";
import { Dashboard, DashboardDraft } from "./contract/dashboard";
import { changedTo } from "./contract/keep";
import { deskOf } from "./desk-of";

/** Writes the next version of a dashboard. Throws `CONFLICT` if it is no longer in the version that the caller saw. */
export const changeDashboard = command("dashboards.change-dashboard", {
  title: "Change a dashboard",
  permission: "dashboard.make",
  input: DashboardDraft.extend({ id: dashboardId, seen: z.number().int().positive() }),
  output: Dashboard,
  doors: ["web"],

  handle: (tools, { id, seen, ...draft }) => changedTo(deskOf(tools), { id, seen, draft }),
});
