import type { Database } from "../database/database";
import type { Queue } from "../queue/queue";
import { cancelRuns } from "../runs/cancel";
import { cancelByEvent, pauseFunction, replayRun, resumeFunction, retryRun } from "./command-runs";
import type { Console } from "./console-types";
import { listFailures } from "./failure-groups";
import { listFunctions, readMetrics } from "./metrics";
import { forgetRuns, removeOld } from "./retention";
import { countRuns, getRun, listRuns } from "./run-views";

/** The console over an open database. */
export function consoleOf(database: Database, queue: Queue): Console {
  return {
    listRuns: (filter) => listRuns(database, filter),
    countRuns: (filter, upTo) => countRuns(database, filter, upTo),
    getRun: (runId) => getRun(database, runId),
    listFailures: (filter) => listFailures(database, filter),
    listFunctions: () => listFunctions(database),
    metrics: () => readMetrics(database),
    cancelRun: async (runId) =>
      (await database.transaction((tx) => cancelRuns(tx, queue, [runId]))) > 0,
    cancelRunsByEvent: (match) => cancelByEvent(database, queue, match),
    retryRun: (runId, options) => retryRun(database, queue, runId, options),
    replayRun: (runId) => replayRun(database, queue, runId),
    pauseFunction: (functionId) => pauseFunction(database, functionId),
    resumeFunction: (functionId) => resumeFunction(database, functionId),
    forgetRuns: (match) => forgetRuns(database, queue, match),
    removeOld: (before) => removeOld(database, before),
  };
}
