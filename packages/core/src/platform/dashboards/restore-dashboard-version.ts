import { z } from "zod";

import { Dashboard } from "../../dashboards/contract/dashboard";
import { restored } from "../../dashboards/contract/keep";
import { dashboardId } from "../../ids";
import { platformCommand } from "../../operation/platform";
import { deskOf } from "./desk-of";

/** Writes an earlier version as the next one. Throws `CONFLICT` if the dashboard is no longer in the version that the caller saw. */
export const restoreDashboardVersion = platformCommand("platform.restore-dashboard-version", {
  title: "Restore a version of a platform dashboard",
  permission: "dashboard.manage",
  input: z.object({
    id: dashboardId,
    seen: z.number().int().positive(),
    version: z.number().int().positive(),
  }),
  output: Dashboard,
  doors: ["admin"],

  handle: (tools, { id, seen, version }) => restored(deskOf(tools), { id, seen, version }),
});
