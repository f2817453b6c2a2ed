import { command } from "../operation/command";
import { Dashboard, DashboardDraft } from "./contract/dashboard";
import { made } from "./contract/keep";
import { deskOf } from "./desk-of";

/** Makes a dashboard that only the caller sees. */
export const createDashboard = command("dashboards.create-dashboard", {
  title: "Make a dashboard",
  permission: "dashboard.make",
  input: DashboardDraft,
  output: Dashboard,
  doors: ["web"],

  handle: (tools, draft) => made(deskOf(tools), draft),
});
