import { Dashboard, DashboardDraft } from "../../dashboards/contract/dashboard";
import { made } from "../../dashboards/contract/keep";
import { platformCommand } from "../../operation/platform";
import { deskOf } from "./desk-of";

/** Makes a dashboard that only the caller sees. */
export const createDashboard = platformCommand("platform.create-dashboard", {
  title: "Make a platform dashboard",
  permission: "dashboard.manage",
  input: DashboardDraft,
  output: Dashboard,
  doors: ["admin"],

  handle: (tools, draft) => made(deskOf(tools), draft),
});
