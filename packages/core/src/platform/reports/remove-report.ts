import { platformCommand } from "../../operation/platform";
import { removeKept } from "../../reports/contract/keep-report";
import { ofReport } from "../../reports/contract/report";
import { nothing } from "../../shapes";

/** Removes a report on all workspaces with its history. */
export const removeReport = platformCommand("platform.remove-report", {
  title: "Remove a report on all workspaces",
  permission: "report.manage",
  input: ofReport,
  output: nothing,
  doors: ["admin"],
  audit: { subjects: (_output, { id }) => [id] },

  handle: ({ reports, clock, changed }, { id }) =>
    removeKept({ reports, at: clock(), changed }, id),
});
