import { z } from "zod";

import { adminIdOf } from "../../access/platform-policy";
import { platformCommand } from "../../operation/platform";
import { askForReport } from "../../reports/contract/keep-report";
import { ofReport } from "../../reports/contract/report";
import { keyOf } from "../../schedules/contract";
import { idIn } from "../../shapes";

/** Asks for a report on all workspaces to be made and sent now, also while it is paused. */
export const sendReport = platformCommand("platform.send-report", {
  title: "Send a report on all workspaces now",
  permission: "report.manage",
  input: ofReport,
  output: z.object({ runId: idIn("rrn") }),
  doors: ["admin"],
  audit: { subjects: ({ runId }, { id }) => [id, runId] },

  async handle({ reports, schedules, actor, clock, changed }, { id }) {
    const at = clock();
    const asked = await askForReport({ reports, at, changed }, { id, askedById: adminIdOf(actor) });
    // The schedule need not wait for its minute.
    const key = keyOf("send-reports");
    const stored = await schedules.lock(key);
    if (stored && !stored.isPaused) await schedules.update(key, { dueAt: at });
    return asked;
  },
});
