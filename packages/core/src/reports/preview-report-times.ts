import { z } from "zod";

import { query } from "../operation/query";
import { instant } from "../shapes";
import { nextTimes, timing } from "../timing";

const TIMES_SHOWN = 5;

/** Returns the next five times of a cron pattern in a time zone. */
export const previewReportTimes = query("reports.preview-report-times", {
  title: "Preview the times of a report",
  permission: "workspace.update",
  input: timing,
  output: z.object({ times: z.array(instant) }),
  doors: ["web"],
  handle: async ({ clock }, given) => ({ times: nextTimes(given, clock(), TIMES_SHOWN) }),
});
