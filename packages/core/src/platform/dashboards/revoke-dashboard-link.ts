import { z } from "zod";

import { unlinked } from "../../dashboards/contract/keep";
import { dashboardLinkId } from "../../ids";
import { platformCommand } from "../../operation/platform";
import { nothing } from "../../shapes";
import { deskOf } from "./desk-of";

/** Ends a link at once. */
export const revokeDashboardLink = platformCommand("platform.revoke-dashboard-link", {
  title: "Revoke a link to a platform dashboard",
  permission: "dashboard.manage",
  input: z.object({ linkId: dashboardLinkId }),
  output: nothing,
  doors: ["admin"],

  handle: (tools, { linkId }) => unlinked(deskOf(tools), linkId),
});
