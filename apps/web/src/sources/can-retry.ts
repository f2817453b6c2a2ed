import { retriedSkips } from "@besunny/api/browser/vocabulary";

import type { ItemClass } from "./use-retry-items";

/** Tells whether another try may end what a class of items has: every failure, and the skips that are not what the thing is. */
export function canRetry({ state, reason }: ItemClass): boolean {
  if (state === "failed") return true;
  return state === "skipped" && retriedSkips.some((each) => each === reason);
}
