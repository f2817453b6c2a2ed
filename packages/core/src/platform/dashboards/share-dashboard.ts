import { z } from "zod";

import { visibilities } from "../../dashboards/contract/dashboard-words";
import { sharedWith } from "../../dashboards/contract/keep";
import { dashboardId } from "../../ids";
import { platformCommand } from "../../operation/platform";
import { nothing } from "../../shapes";
import { deskOf } from "./desk-of";

/** Sets who sees a dashboard. Only its owner may keep it to themselves again. */
export const shareDashboard = platformCommand("platform.share-dashboard", {
  title: "Share a platform dashboard",
  permission: "dashboard.manage",
  input: z.object({ id: dashboardId, visibility: z.enum(visibilities) }),
  output: nothing,
  doors: ["admin"],

  handle: (tools, { id, visibility }) => sharedWith(deskOf(tools), id, visibility),
});
