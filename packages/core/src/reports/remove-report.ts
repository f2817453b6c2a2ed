import { command } from "../operation/command";
import { nothing } from "../shapes";
import { removeKept } from "./contract/keep-report";
import { ofReport } from "./contract/report";

/** Removes a report with its history. */
export const removeReport = command("reports.remove-report", {
  title: "Remove a report",
  permission: "workspace.update",
  input: ofReport,
  output: nothing,
  doors: ["web"],

  handle: ({ reports, clock, changed }, { id }) =>
    removeKept({ reports, at: clock(), changed }, id),
});
