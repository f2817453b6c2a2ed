import { platformCommand } from "../../operation/platform";
import { changeKept } from "../../reports/contract/keep-report";
import { ofPlatform } from "../../reports/contract/of-platform";
import { ChangedReport } from "../../reports/contract/report";
import { nothing } from "../../shapes";

/** Changes a report on all workspaces. Throws `CONFLICT` if somebody else changed it since it was read. */
export const changeReport = platformCommand("platform.change-report", {
  title: "Change a report on all workspaces",
  permission: "report.manage",
  input: ChangedReport,
  output: nothing,
  doors: ["admin"],
  audit: { subjects: (_output, { id }) => [id] },

  handle: ({ reports, clock, changed }, { id, version, choices }) =>
    changeKept({ reports, at: clock(), changed }, { id, version, choices: ofPlatform(choices) }),
});
