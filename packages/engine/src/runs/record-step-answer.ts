import type { Transaction } from "../database/database";
import type { Answer } from "../functions/call";
import { enqueueRun, releaseSlots } from "../queue/admission";
import { jobKey } from "../queue/queue";
import type { Driver } from "./advance-run";
import { noteFailure } from "./failures";
import { finishRun } from "./finish";
import type { Driven } from "./record-run-answer";
import { finishStep, isOver, lockRun, type Memo, type RunRow } from "./steps";

/** Writes what one of several parallel steps answered; nothing when the step was taken over or its run is over. */
export async function settleStep(
  driver: Driver,
  driven: Driven & { stepId: string },
  answer: Answer,
): Promise<void> {
  const { runId, stepId, config } = driven;
  const holder = jobKey({ kind: "step", run: runId, step: stepId });
  await driver.database.transaction(async (tx) => {
    const run = await lockRun(tx, runId);
    if (!run) return;
    if (isOver(run)) return releaseSlots(tx, run, [holder]);
    const [step] = await tx.rows<{ generation: number; attempt: number }>(
      "select generation, attempt from step where run_id = $1 and id = $2 and state = 'planned'",
      [runId, stepId],
    );
    if (step?.generation !== driven.generation) return;
    await releaseSlots(tx, run, [holder]);

    const outcome = outcomeOf(answer);
    if (outcome.kind === "unsupported") {
      return finishRun(tx, driver.queue, run, { state: "failed", error: outcome.error });
    }
    const isLast = step.attempt + 1 >= config.maxAttempts;
    if (outcome.kind === "retry" || "error" in outcome.memo) {
      const error = outcome.kind === "retry" ? outcome.error : errorOf(outcome.memo);
      const failure = { stepId, number: step.attempt + 1, error };
      if (outcome.kind === "retry" && !isLast) {
        return retryStep(tx, driver, run, { ...failure, delay: outcome.delay });
      }
      await noteFailure(tx, run, failure);
    }
    const memo = outcome.kind === "memo" ? outcome.memo : { error: outcome.error };
    await finishStep(tx, driver.queue, runId, { id: stepId, memo });
  });
}

async function retryStep(
  tx: Transaction,
  driver: Driver,
  run: RunRow,
  failure: { stepId: string; number: number; error: unknown; delay: number | null },
): Promise<void> {
  const { stepId, number, error } = failure;
  const seconds = (failure.delay ?? driver.retryDelay(number)) / 1000;
  const [row] = await tx.rows<{ due_at: Date }>(
    `update step set attempt = $3, error = $4, due_at = clock_timestamp() + make_interval(secs => $5)
      where run_id = $1 and id = $2 returning due_at`,
    [run.id, stepId, number, JSON.stringify(error ?? null), seconds],
  );
  await noteFailure(tx, run, { stepId, number, error, ...(row && { retryAt: row.due_at }) });
  await enqueueRun(tx, driver.queue, run, { step: stepId, when: { seconds } });
}

function errorOf(memo: Memo): unknown {
  return "error" in memo ? memo.error : undefined;
}

type Outcome =
  | { kind: "memo"; memo: Memo }
  | { kind: "retry"; error: unknown; delay: number | null }
  | { kind: "unsupported"; error: { name: string; message: string } };

function outcomeOf(answer: Answer): Outcome {
  if (answer.kind === "returned") {
    const message = "The function returned before it reached the step that was asked for";
    return { kind: "retry", error: { name: "Error", message }, delay: null };
  }
  if (answer.kind === "threw") {
    const { error, retriable, delay } = answer;
    return retriable ? { kind: "retry", error, delay } : { kind: "memo", memo: { error } };
  }
  const [op] = answer.ops;
  switch (op?.op) {
    case "StepRun":
    case "Step":
      return { kind: "memo", memo: { data: op.data ?? null } };
    case "StepFailed":
      return { kind: "memo", memo: { error: op.error } };
    case "StepError":
      return { kind: "retry", error: op.error, delay: answer.delay };
    default: {
      const message = `A parallel step answered ${op?.op ?? "nothing"}, which this engine does not support`;
      return { kind: "unsupported", error: { name: "UnsupportedStep", message } };
    }
  }
}
