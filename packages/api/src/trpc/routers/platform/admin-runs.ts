import { cancelRun } from "@besunny/core/platform/runs/cancel-run";
import { getRun } from "@besunny/core/platform/runs/get-run";
import { getRunMetrics } from "@besunny/core/platform/runs/get-run-metrics";
import { getRunSetting } from "@besunny/core/platform/runs/get-run-setting";
import { listFailures } from "@besunny/core/platform/runs/list-failures";
import { listRuns } from "@besunny/core/platform/runs/list-runs";
import { pauseFunction } from "@besunny/core/platform/runs/pause-function";
import { resumeFunction } from "@besunny/core/platform/runs/resume-function";

import { router } from "../../init";
import { platformMutation, platformQuery } from "../../operations";

export const runsRouter = router({
  setting: platformQuery(getRunSetting),
  metrics: platformQuery(getRunMetrics),
  list: platformQuery(listRuns),
  failures: platformQuery(listFailures),
  get: platformQuery(getRun),
  cancel: platformMutation(cancelRun),
  pauseFunction: platformMutation(pauseFunction),
  resumeFunction: platformMutation(resumeFunction),
});
