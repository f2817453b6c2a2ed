import type { WorkspaceContext } from "@besunny/core/context";
import { processStage } from "@besunny/core/processing/process-stage";
import { startRun } from "@besunny/core/processing/start-run";
import { type StageName, stageNames } from "@besunny/core/processing/contract";
import { NonRetriableError } from "inngest";

import type { Steps } from "./steps";

/** Takes a run through its stages, each a step of its own. `giveWay` comes before each. */
export async function runStages(
  step: Steps,
  ctx: WorkspaceContext,
  run: { documentId: string; runId: string },
  giveWay: () => Promise<unknown> = async () => undefined,
) {
  await giveWay();
  const { isOpen } = await step.run("start", () => startRun(ctx, run));
  if (!isOpen) return { outcome: "stopped" };

  for (const [position, stage] of stageNames.entries()) {
    if (position > 0) await giveWay();
    const { outcome } = await step.run(stage, () => endWell(ctx, { ...run, stage }));
    if (outcome !== "done") return { outcome };
  }
  return { outcome: "done" };
}

/** A stage that ended the document in failure fails its step too: the run says what the document says, and can be retried from there. */
async function endWell(
  ctx: WorkspaceContext,
  run: { documentId: string; runId: string; stage: StageName },
) {
  const result = await processStage(ctx, run);
  if (result.outcome === "failed") throw new NonRetriableError(`${result.code}: ${result.message}`);
  return result;
}
