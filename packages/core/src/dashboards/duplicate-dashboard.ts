import { z } from "zod";
import { command } from "../operation/command";
import { Dashboard, DashboardDraft, dashboardKey } from "./contract/dashboard";
import { found, made } from "./contract/keep";
import { deskOf } from "./desk-of";

/** Copies a dashboard, a shipped one too, into one that only the caller sees. */
export const duplicateDashboard = command("dashboards.duplicate-dashboard", {
  title: "Duplicate a dashboard",
  permission: "dashboard.make",
  input: z.object({ id: dashboardKey, title: DashboardDraft.shape.title }),
  output: Dashboard,
  doors: ["web"],

  async handle(tools, { id, title }) {
    const desk = deskOf(tools);
    const { description, content } = await found(desk, id);
    return made(desk, { title, description, content });
  },
});
