import { z } from "zod";

import { adminIdOf } from "../../access/platform-policy";
import { platformCommand } from "../../operation/platform";
import { askForReport } from "../../reports/contract/keep-report";
import { ofReport } from "../../reports/contract/report";
import { idIn } from "../../shapes";

/** Asks for a report on all workspaces to be made and sent now, also while it is paused. */
export const sendReport = platformCommand("platform.send-report", {
  title: "Send a report on all workspaces now",
  permission: "report.manage",
  input: ofReport,
  output: z.object({ runId: idIn("rrn") }),
  doors: ["admin"],
  audit: { subjects: ({ runId }, { id }) => [id, runId] },

  handle: ({ reports, actor, clock, changed }, { id }) =>
    askForReport({ reports, at: clock(), changed }, { id, askedById: adminIdOf(actor) }),
});
