import { z } from "zod";

import { removed } from "../../dashboards/contract/keep";
import { dashboardId } from "../../ids";
import { platformCommand } from "../../operation/platform";
import { nothing } from "../../shapes";
import { deskOf } from "./desk-of";

/** Removes a dashboard for everybody. It can be brought back. */
export const removeDashboard = platformCommand("platform.remove-dashboard", {
  title: "Remove a platform dashboard",
  permission: "dashboard.manage",
  input: z.object({ id: dashboardId }),
  output: nothing,
  doors: ["admin"],

  handle: (tools, { id }) => removed(deskOf(tools), id, true),
});
