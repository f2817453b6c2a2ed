import { changeSchedule } from "@besunny/core/schedules/change-schedule";
import { listScheduleRuns } from "@besunny/core/schedules/list-schedule-runs";
import { listSchedules } from "@besunny/core/schedules/list-schedules";
import { pauseSchedule } from "@besunny/core/schedules/pause-schedule";
import { previewTiming } from "@besunny/core/schedules/preview-timing";
import { resumeSchedule } from "@besunny/core/schedules/resume-schedule";
import { startSchedule } from "@besunny/core/schedules/start-schedule";

import { router } from "../init";
import { platformMutation, platformQuery } from "../operations";

export const schedulesRouter = router({
  list: platformQuery(listSchedules),
  runs: platformQuery(listScheduleRuns),
  preview: platformQuery(previewTiming),
  change: platformMutation(changeSchedule),
  pause: platformMutation(pauseSchedule),
  resume: platformMutation(resumeSchedule),
  start: platformMutation(startSchedule),
});
