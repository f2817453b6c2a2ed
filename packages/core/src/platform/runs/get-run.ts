import type { RunDetail } from "@besunny/engine/console/console-types";
import { z } from "zod";

import { notFound } from "../../errors";
import { platformOperation } from "../../operation";
import { documentOfRun } from "./document-of-run";
import { isOver, keptRuns, operateRunsFunction } from "./kept-runs";
import { maskMessage } from "./mask-message";
import { maskedError, maskPersonalData } from "./mask-personal-data";
import { runCost } from "./run-cost";

/** One run as a timeline. What it was given, what it gave and why it failed are masked: an admin sees how it went, not of what. */
export const getRun = platformOperation({
  input: z.object({ runId: z.string().max(100) }),

  async run(ctx, { runId }) {
    const run = (await keptRuns(ctx).getRun(runId)) ?? notFound("Run", runId);
    return {
      ...maskedRun(run),
      ...(await runCost(ctx, run)),
      document: documentOfRun(run),
      isOver: isOver(run.state),
      isOperation: run.functionId.startsWith(operateRunsFunction),
    };
  },
});

function maskedRun(run: RunDetail) {
  const names = run.steps.map(({ name }) => name);
  return {
    ...run,
    error: run.error && maskedError(run.error),
    events: run.events.map(({ id, name, ts, data }) => ({
      id,
      name,
      ts,
      data: maskPersonalData(data),
    })),
    output: maskPersonalData(run.output),
    steps: run.steps.map((step) => ({
      ...step,
      name: maskMessage(step.name, names),
      input: maskPersonalData(step.input),
      output: maskPersonalData(step.output),
      error: step.error && maskedError(step.error),
    })),
    failedAttempts: run.failedAttempts.map((attempt) => ({
      ...attempt,
      error: maskedError(attempt.error),
    })),
    waitingFor: run.waitingFor && maskMessage(run.waitingFor, names),
  };
}
