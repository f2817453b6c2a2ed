import { platformCommand } from "../../operation/platform";
import { pauseKept } from "../../reports/contract/keep-report";
import { PausedReport } from "../../reports/contract/report";
import { nothing } from "../../shapes";

/** Pauses a report on all workspaces, or lets it be made at its times again. */
export const pauseReport = platformCommand("platform.pause-report", {
  title: "Pause or resume a report on all workspaces",
  permission: "report.manage",
  input: PausedReport,
  output: nothing,
  doors: ["admin"],
  audit: { subjects: (_output, { id }) => [id] },

  handle: ({ reports, clock, changed }, given) =>
    pauseKept({ reports, at: clock(), changed }, given),
});
