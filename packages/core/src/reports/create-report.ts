import { z } from "zod";

import { personOf } from "../access/person-of";
import { command } from "../operation/command";
import { idIn } from "../shapes";
import { addReport } from "./contract/keep-report";
import { ReportChoices } from "./contract/report";

/** Keeps a report of the workspace, which is made at its times with what its maker may see. */
export const createReport = command("reports.create-report", {
  title: "Create a report",
  permission: "workspace.update",
  input: ReportChoices,
  output: z.object({ id: idIn("rpt") }),
  doors: ["web"],

  handle: ({ reports, actor, clock, changed }, choices) =>
    addReport({ reports, at: clock(), changed }, { ownerId: personOf(actor).id, choices }),
});
