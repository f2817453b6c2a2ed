import { z } from "zod";

import { platformQuery } from "../operation/platform";
import { instant } from "../shapes";
import { nextTimes, timing } from "../timing";

const TIMES_SHOWN = 5;

/** Returns the next five times of a cron pattern in a time zone. */
export const previewTiming = platformQuery("schedules.preview-timing", {
  title: "Preview the times of a schedule",
  permission: "platform.read",
  input: timing,
  output: z.object({ times: z.array(instant) }),
  doors: ["admin"],
  handle: async ({ clock }, given) => ({ times: nextTimes(given, clock(), TIMES_SHOWN) }),
});
