import { z } from "zod";
import { adminIdOf } from "../../access/platform-policy";
import { platformCommand } from "../../operation/platform";
import { addReport } from "../../reports/contract/keep-report";
import { ofPlatform } from "../../reports/contract/of-platform";
import { ReportChoices } from "../../reports/contract/report";
import { idIn } from "../../shapes";

/** Keeps a report on all workspaces, which is made at its times with what its maker may see. */
export const createReport = platformCommand("platform.create-report", {
  title: "Create a report on all workspaces",
  permission: "report.manage",
  input: ReportChoices,
  output: z.object({ id: idIn("rpt") }),
  doors: ["admin"],
  audit: { subjects: ({ id }) => [id] },

  handle: async ({ reports, actor, clock, changed }, choices) =>
    addReport(
      { reports, at: clock(), changed },
      { ownerId: adminIdOf(actor), choices: ofPlatform(choices) },
    ),
});
