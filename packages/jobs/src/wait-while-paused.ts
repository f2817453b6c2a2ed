import { isBatchPaused } from "@besunny/core/batches/is-batch-paused";
import { batchResumed } from "@besunny/core/events";
import type { Caller } from "@besunny/core/operation/caller";

import type { Steps } from "./steps";

/** A resumption just before the wait may be missed by Inngest: the truth is asked again, soon at first. */
const lookAgainAfter = ["1m", "10m", "1h"];
const SELDOM = "6h";

/** Holds a run that has not begun for as long as its batch is paused. While it waits it takes nobody's place. */
export async function waitWhilePaused(step: Steps, caller: Caller, batchId: string): Promise<void> {
  for (let round = 0; ; round += 1) {
    const look = () => isBatchPaused(caller, { batchId });
    const { isPaused } = await step.run("see whether the batch is paused", look);
    if (!isPaused) return;
    await step.waitForEvent("wait for the batch to be resumed", {
      event: batchResumed.event,
      match: "data.batchId",
      timeout: lookAgainAfter[round] ?? SELDOM,
    });
  }
}
