import { z } from "zod";

import { removed } from "../../dashboards/contract/keep";
import { dashboardId } from "../../ids";
import { platformCommand } from "../../operation/platform";
import { nothing } from "../../shapes";
import { deskOf } from "./desk-of";

/** Undoes the removal of a dashboard. */
export const bringBackDashboard = platformCommand("platform.bring-back-dashboard", {
  title: "Bring a removed platform dashboard back",
  permission: "dashboard.manage",
  input: z.object({ id: dashboardId }),
  output: nothing,
  doors: ["admin"],

  handle: (tools, { id }) => removed(deskOf(tools), id, false),
});
