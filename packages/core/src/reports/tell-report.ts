import { z } from "zod";

import { tell } from "../notifications/contract/tell";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { reportId, reportRunId } from "./contract/report";

/** Puts a notice into the inbox of somebody that a report is made. A second call for the same run adds nothing. */
export const tellReport = command("reports.tell-report", {
  title: "Tell that a report is made",
  permission: "report.deliver",
  input: z.object({ reportId, runId: reportRunId, userId: z.string() }),
  output: nothing,
  doors: [],
  audit: { notAudited: "The report's run is the record." },

  async handle({ notices, noticeSettings, clock }, given) {
    const { reportId: id, runId, userId } = given;
    await tell({ notices, noticeSettings }, [
      { userId, kind: "report", reportId: id, key: `report:${runId}`, createdAt: clock() },
    ]);
  },
});
