import { command } from "../operation/command";
import { nothing } from "../shapes";
import { changeKept } from "./contract/keep-report";
import { ChangedReport } from "./contract/report";

/** Changes a report. Throws `CONFLICT` if somebody else changed it since it was read. */
export const changeReport = command("reports.change-report", {
  title: "Change a report",
  permission: "workspace.update",
  input: ChangedReport,
  output: nothing,
  doors: ["web"],

  handle: ({ reports, clock, changed }, given) =>
    changeKept({ reports, at: clock(), changed }, given),
});
