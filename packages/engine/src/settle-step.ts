import { enqueueRun, releaseSlots } from "./admission";
import type { Answer } from "./call";
import type { Driver } from "./drive";
import { finishRun } from "./finish";
import { jobKey } from "./queue";
import type { Driven } from "./settle";
import { finishStep, isOver, lockRun, type Memo } from "./steps";

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
    if (isOver(run)) return releaseSlots(tx, run.function_id, [holder]);
    const [step] = await tx.rows<{ generation: number; attempt: number }>(
      "select generation, attempt from step where run_id = $1 and id = $2 and state = 'planned'",
      [runId, stepId],
    );
    if (step?.generation !== driven.generation) return;
    await releaseSlots(tx, run.function_id, [holder]);

    const outcome = outcomeOf(answer);
    if (outcome.kind === "unsupported") {
      return finishRun(tx, driver.queue, run, { state: "failed", error: outcome.error });
    }
    if (outcome.kind === "memo" || step.attempt + 1 >= config.maxAttempts) {
      const memo = outcome.kind === "memo" ? outcome.memo : { error: outcome.error };
      await finishStep(tx, driver.queue, runId, { id: stepId, memo });
      return;
    }
    const attempt = step.attempt + 1;
    const at = new Date(Date.now() + (outcome.delay ?? driver.retryDelay(attempt)));
    await tx.rows(
      "update step set attempt = $3, error = $4, due_at = $5 where run_id = $1 and id = $2",
      [runId, stepId, attempt, JSON.stringify(outcome.error ?? null), at],
    );
    await enqueueRun(tx, driver.queue, run, { step: stepId, runAt: at });
  });
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
