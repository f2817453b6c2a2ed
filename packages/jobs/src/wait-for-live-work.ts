import { setTimeout } from "node:timers/promises";

import type { PlatformCaller } from "@besunny/core/operation/platform-caller";
import { isLiveWorkWaiting } from "@besunny/core/platform/is-live-work-waiting";

import type { Steps } from "./steps";

const LOOK_EVERY_MS = 500;
const LOOKS_PER_STEP = 20;
/** Sixty steps of ten seconds: uploads without end do not hold up a backfill without end. */
const MOST_STEPS = 60;

/**
 * Waits until nobody waits for a document, at most ten minutes. It waits within its step, so that it keeps the one slot of all backfills.
 * Otherwise the thousands of runs behind it would each look for live work.
 */
export async function waitForLiveWork(step: Steps, caller: PlatformCaller): Promise<void> {
  for (let round = 0; round < MOST_STEPS; round += 1) {
    const { isFree } = await step.run("let live work go first", async () => waitABit(caller));
    if (isFree) return;
  }
}

async function waitABit(caller: PlatformCaller): Promise<{ isFree: boolean }> {
  for (let look = 0; look < LOOKS_PER_STEP; look += 1) {
    if (!(await isLiveWorkWaiting(caller, {}))) return { isFree: true };
    await setTimeout(LOOK_EVERY_MS);
  }
  return { isFree: false };
}
