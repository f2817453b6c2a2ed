import type { Caller } from "@besunny/core/operation/caller";
import { type StageName, stageNames } from "@besunny/core/processing/contract";
import { startRun } from "@besunny/core/processing/runs/start-run";
import { processStage } from "@besunny/core/processing/stages/process-stage";
import { NonRetriableError } from "inngest";

import type { Steps } from "./steps";

/** Takes a run through its stages, each a step of its own. `giveWay` comes before each. */
export async function runStages(
  step: Steps,
  caller: Caller,
  run: { documentId: string; runId: string },
  giveWay: () => Promise<unknown> = async () => undefined,
) {
  await giveWay();
  const { isOpen } = await step.run("start", () => startRun(caller, run));
  if (!isOpen) return { outcome: "stopped" };

  for (const [position, stage] of stageNames.entries()) {
    if (position > 0) await giveWay();
    const { outcome } = await step.run(stage, () => endWell(caller, { ...run, stage }));
    if (outcome !== "done") return { outcome };
  }
  return { outcome: "done" };
}

/** A stage that ended the document in failure fails its step too: the run says what the document says, and can be retried from there. */
async function endWell(
  caller: Caller,
  run: { documentId: string; runId: string; stage: StageName },
) {
  const result = await processStage(caller, run);
  if (result.outcome === "failed") throw new NonRetriableError(`${result.code}: ${result.message}`);
  return result;
}
