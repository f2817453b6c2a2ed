import { setTimeout } from "node:timers/promises";

import type { PlatformCaller } from "@besunny/core/operation/platform-caller";
import { isLiveWorkWaiting } from "@besunny/core/platform/is-live-work-waiting";
import { mayArrivedRunGo } from "@besunny/core/platform/may-arrived-run-go";

import type { Steps } from "./steps";

const LOOK_EVERY_MS = 500;
const LOOKS_PER_STEP = 20;
/** Sixty steps of ten seconds: uploads without end do not hold up a backfill without end. */
const MOST_STEPS = 60;

/**
 * Waits until nobody waits for a document, at most ten minutes. It waits within its step, so that it keeps the one slot of all backfills.
 * Otherwise the thousands of runs behind it would each look for live work.
 */
export function waitForLiveWork(step: Steps, caller: PlatformCaller): Promise<void> {
  return waitUntil(step, async () => !(await isLiveWorkWaiting(caller, {})));
}

/** Waits in the same way while people wait and an earlier arrived document is worked on: one of them always goes on. */
export function waitForTurn(step: Steps, caller: PlatformCaller, runId: string): Promise<void> {
  return waitUntil(step, () => mayArrivedRunGo(caller, { runId }));
}

async function waitUntil(step: Steps, isFree: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < MOST_STEPS; round += 1) {
    const looked = await step.run("let live work go first", async () => waitABit(isFree));
    if (looked.isFree) return;
  }
}

async function waitABit(look: () => Promise<boolean>): Promise<{ isFree: boolean }> {
  for (let looks = 0; looks < LOOKS_PER_STEP; looks += 1) {
    if (await look()) return { isFree: true };
    await setTimeout(LOOK_EVERY_MS);
  }
  return { isFree: false };
}
