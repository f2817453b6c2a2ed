import type { RunDetail } from "@besunny/engine/console/console-types";

import { notFound } from "../../errors";
import { platformQuery } from "../../operation/platform";
import { ofRun, RunTimeline } from "./contract";
import { documentOfRun } from "./document-of-run";
import { engineRuns, isOver, operateRunsFunction } from "./engine-runs";
import { maskMessage } from "./mask-message";
import { maskedError, maskPersonalData } from "./mask-personal-data";
import { runCost } from "./run-cost";

/**
 * Returns one run as a timeline. Masks its input, output and errors: an admin sees how the run went, not its content. Throws `NOT_FOUND`.
 */
export const getRun = platformQuery("platform.get-run", {
  title: "Get a run",
  permission: "platform.read",
  input: ofRun,
  output: RunTimeline,
  doors: ["admin"],

  async handle(ctx, { runId }) {
    const run = (await engineRuns(ctx).getRun(runId)) ?? notFound("Run", runId);
    return {
      ...maskedRun(run),
      ...(await runCost(ctx, run)),
      document: documentOfRun(run),
      isOver: isOver(run.state),
      isBulkAction: run.functionId.startsWith(operateRunsFunction),
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
