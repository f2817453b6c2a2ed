import { z } from "zod";
import { dashboardId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { visibilities } from "./contract/dashboard-words";
import { sharedWith } from "./contract/keep";
import { deskOf } from "./desk-of";

/** Sets who sees a dashboard. Only its owner may keep it to themselves again. */
export const shareDashboard = command("dashboards.share-dashboard", {
  title: "Share a dashboard",
  permission: "dashboard.make",
  input: z.object({ id: dashboardId, visibility: z.enum(visibilities) }),
  output: nothing,
  doors: ["web"],

  handle: (tools, { id, visibility }) => sharedWith(deskOf(tools), id, visibility),
});
