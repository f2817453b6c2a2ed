import type { WorkspaceContext } from "@besunny/core/context";
import { processStage } from "@besunny/core/documents/process-stage";
import { stageNames, startRun } from "@besunny/core/documents/run-document";

import type { Steps } from "./steps";

/** Takes a run through its stages, each a step of its own. */
export async function runStages(
  step: Steps,
  ctx: WorkspaceContext,
  run: { documentId: string; runId: string },
) {
  const { isOpen } = await step.run("start", () => startRun(ctx, run));
  if (!isOpen) return { outcome: "stopped" };

  for (const stage of stageNames) {
    const { outcome } = await step.run(stage, () => processStage(ctx, { ...run, stage }));
    if (outcome !== "done") return { outcome };
  }
  return { outcome: "done" };
}
