import { cancelRun } from "@besunny/core/platform/runs/cancel-run";
import { getRun } from "@besunny/core/platform/runs/get-run";
import { getRunMetrics } from "@besunny/core/platform/runs/get-run-metrics";
import { getRunSetting } from "@besunny/core/platform/runs/get-run-setting";
import { listFailures } from "@besunny/core/platform/runs/list-failures";
import { listRuns } from "@besunny/core/platform/runs/list-runs";
import { pauseFunction } from "@besunny/core/platform/runs/pause-function";
import { resumeFunction } from "@besunny/core/platform/runs/resume-function";

import { platformProcedure, router } from "../init";

export const runsRouter = router({
  setting: platformProcedure
    .input(getRunSetting.input)
    .query(({ ctx, input }) => getRunSetting(ctx.platform, input)),

  metrics: platformProcedure
    .input(getRunMetrics.input)
    .query(({ ctx, input }) => getRunMetrics(ctx.platform, input)),

  list: platformProcedure
    .input(listRuns.input)
    .query(({ ctx, input }) => listRuns(ctx.platform, input)),

  failures: platformProcedure
    .input(listFailures.input)
    .query(({ ctx, input }) => listFailures(ctx.platform, input)),

  get: platformProcedure.input(getRun.input).query(({ ctx, input }) => getRun(ctx.platform, input)),

  cancel: platformProcedure
    .input(cancelRun.input)
    .mutation(({ ctx, input }) => cancelRun(ctx.platform, input)),

  pauseFunction: platformProcedure
    .input(pauseFunction.input)
    .mutation(({ ctx, input }) => pauseFunction(ctx.platform, input)),

  resumeFunction: platformProcedure
    .input(resumeFunction.input)
    .mutation(({ ctx, input }) => resumeFunction(ctx.platform, input)),
});
