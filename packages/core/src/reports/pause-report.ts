import { command } from "../operation/command";
import { nothing } from "../shapes";
import { pauseKept } from "./contract/keep-report";
import { PausedReport } from "./contract/report";

/** Pauses a report, or lets it be made at its times again. */
export const pauseReport = command("reports.pause-report", {
  title: "Pause or resume a report",
  permission: "workspace.update",
  input: PausedReport,
  output: nothing,
  doors: ["web"],

  handle: ({ reports, clock, changed }, given) =>
    pauseKept({ reports, at: clock(), changed }, given),
});
