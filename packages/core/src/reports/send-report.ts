import { z } from "zod";

import { personOf } from "../access/person-of";
import { command } from "../operation/command";
import { idIn } from "../shapes";
import { askForReport } from "./contract/keep-report";
import { ofReport } from "./contract/report";

/** Asks for a report to be made and sent now, also while it is paused. */
export const sendReport = command("reports.send-report", {
  title: "Send a report now",
  permission: "workspace.update",
  input: ofReport,
  output: z.object({ runId: idIn("rrn") }),
  doors: ["web"],

  handle: ({ reports, actor, clock, changed }, { id }) =>
    askForReport({ reports, at: clock(), changed }, { id, askedById: personOf(actor).id }),
});
