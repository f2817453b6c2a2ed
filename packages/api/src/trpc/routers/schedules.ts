import { changeSchedule } from "@besunny/core/schedules/change-schedule";
import { listScheduleRuns } from "@besunny/core/schedules/list-schedule-runs";
import { listSchedules } from "@besunny/core/schedules/list-schedules";
import { pauseSchedule } from "@besunny/core/schedules/pause-schedule";
import { previewTiming } from "@besunny/core/schedules/preview-timing";
import { resumeSchedule } from "@besunny/core/schedules/resume-schedule";
import { startSchedule } from "@besunny/core/schedules/start-schedule";

import { platformProcedure, router } from "../init";

export const schedulesRouter = router({
  list: platformProcedure
    .input(listSchedules.input)
    .query(({ ctx, input }) => listSchedules(ctx.platform, input)),

  runs: platformProcedure
    .input(listScheduleRuns.input)
    .query(({ ctx, input }) => listScheduleRuns(ctx.platform, input)),

  preview: platformProcedure
    .input(previewTiming.input)
    .query(({ ctx, input }) => previewTiming(ctx.platform, input)),

  change: platformProcedure
    .input(changeSchedule.input)
    .mutation(({ ctx, input }) => changeSchedule(ctx.platform, input)),

  pause: platformProcedure
    .input(pauseSchedule.input)
    .mutation(({ ctx, input }) => pauseSchedule(ctx.platform, input)),

  resume: platformProcedure
    .input(resumeSchedule.input)
    .mutation(({ ctx, input }) => resumeSchedule(ctx.platform, input)),

  start: platformProcedure
    .input(startSchedule.input)
    .mutation(({ ctx, input }) => startSchedule(ctx.platform, input)),
});
