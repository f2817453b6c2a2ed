import { z } from "zod";

import { Dashboard, DashboardDraft, dashboardKey } from "../../dashboards/contract/dashboard";
import { found, made } from "../../dashboards/contract/keep";
import { platformCommand } from "../../operation/platform";
import { deskOf } from "./desk-of";

/** Copies a dashboard, a shipped one too, into one that only the caller sees. */
export const duplicateDashboard = platformCommand("platform.duplicate-dashboard", {
  title: "Duplicate a platform dashboard",
  permission: "dashboard.manage",
  input: z.object({ id: dashboardKey, title: DashboardDraft.shape.title }),
  output: Dashboard,
  doors: ["admin"],

  async handle(tools, { id, title }) {
    const desk = deskOf(tools);
    const { description, content } = await found(desk, id);
    return made(desk, { title, description, content });
  },
});
