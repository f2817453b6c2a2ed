import { z } from "zod";

import { mostLinkDays } from "../../dashboards/contract/dashboard-words";
import { linked } from "../../dashboards/contract/keep";
import { dashboardId } from "../../ids";
import { platformCommand } from "../../operation/platform";
import { idIn, instant } from "../../shapes";
import { deskOf } from "./desk-of";

/** Makes a link that shows a dashboard to anyone who has it, until it ends. Its token is returned only once. */
export const makeDashboardLink = platformCommand("platform.make-dashboard-link", {
  title: "Make a read-only link to a platform dashboard",
  permission: "dashboard.manage",
  input: z.object({ id: dashboardId, days: z.number().int().min(1).max(mostLinkDays).default(7) }),
  output: z.object({ id: idIn("dsl"), token: z.string(), expiresAt: instant }),
  doors: ["admin"],
  audit: { subjects: ({ id }, input) => [input.id, id] },

  handle: (tools, input) => linked(deskOf(tools), input),
});
