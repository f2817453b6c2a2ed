import { z } from "zod";

import { Dashboard, DashboardDraft } from "../../dashboards/contract/dashboard";
import { changedTo } from "../../dashboards/contract/keep";
import { dashboardId } from "../../ids";
import { platformCommand } from "../../operation/platform";
import { deskOf } from "./desk-of";

/** Writes the next version of a dashboard. Throws `CONFLICT` if it is no longer in the version that the caller saw. */
export const changeDashboard = platformCommand("platform.change-dashboard", {
  title: "Change a platform dashboard",
  permission: "dashboard.manage",
  input: DashboardDraft.extend({ id: dashboardId, seen: z.number().int().positive() }),
  output: Dashboard,
  doors: ["admin"],

  handle: (tools, { id, seen, ...draft }) => changedTo(deskOf(tools), { id, seen, draft }),
});
