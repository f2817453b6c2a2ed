import { assured, integer, timestamp } from "@besunny/sql/rows/column";
import { statement } from "@besunny/sql/rows/statement";
import type { Transaction } from "../database/database";
import type { Answer } from "../functions/call";
import { enqueueRun, releaseSlots } from "../queue/admission";
import { jobKey } from "../queue/queue";
import type { Driven, Driver } from "./driver";
import { noteFailure } from "./failures";
import { finishRun } from "./finish";
import { stepOutcome } from "./step-outcome";
import { finishStep, isOver, lockRun, type Memo, type RunRow } from "./steps";

/** Writes what one of several parallel steps answered; nothing when the step was taken over or its run is over. */
export async function recordStepAnswer(
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
    const [step] = await tx.rows(findPlanned, [runId, stepId]);
    if (step?.generation !== driven.generation) return;
    await releaseSlots(tx, run, [holder]);

    const outcome = outcomeOf(answer);
    if ("unsupported" in outcome) {
      return finishRun(tx, driver.queue, run, { state: "failed", error: outcome.unsupported });
    }
    const number = step.attempt + 1;
    if ("retry" in outcome && number < config.maxAttempts) {
      return retryStep(tx, driver, run, {
        stepId,
        number,
        error: outcome.retry,
        delay: outcome.delay,
      });
    }
    const memo: Memo = "retry" in outcome ? { error: outcome.retry } : outcome.memo;
    if ("error" in memo) await noteFailure(tx, run, { stepId, number, error: memo.error });
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
  const [row] = await tx.rows(postponeStep, [
    run.id,
    stepId,
    number,
    JSON.stringify(error ?? null),
    seconds,
  ]);
  await noteFailure(tx, run, { stepId, number, error, ...(row && { retryAt: row.due_at }) });
  await enqueueRun(tx, driver.queue, run, { step: stepId, when: { seconds } });
}

type Outcome =
  | { memo: Memo }
  | { retry: unknown; delay: number | null }
  | { unsupported: { name: string; message: string } };

function outcomeOf(answer: Answer): Outcome {
  if (answer.kind === "returned") {
    const message = "The function returned before it reached the step that was asked for";
    return { retry: { name: "Error", message }, delay: null };
  }
  if (answer.kind === "threw") {
    const { error, retriable, delay } = answer;
    return retriable ? { retry: error, delay } : { memo: { error } };
  }
  const [op] = answer.ops;
  const outcome = op ? stepOutcome(op) : null;
  if (outcome?.kind === "ended") return { memo: outcome.memo };
  if (outcome) return { retry: outcome.error, delay: answer.delay };
  const message = `A parallel step answered ${op?.op ?? "nothing"}, which this engine does not support`;
  return { unsupported: { name: "UnsupportedStep", message } };
}

const findPlanned = statement(
  "select generation, attempt from step where run_id = $1 and id = $2 and state = 'planned'",
  { generation: integer, attempt: integer },
);
const postponeStep = statement(
  `update step set attempt = $3, error = $4, due_at = clock_timestamp() + make_interval(secs => $5)
    where run_id = $1 and id = $2 returning due_at`,
  { due_at: assured(timestamp) },
);
