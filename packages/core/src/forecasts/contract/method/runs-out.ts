import type { Step } from "./make-forecast";

/** The steps ahead, from 1, at which a limit is reached: as forecast, at the earliest and at the latest. Null: not within the horizon. */
export type RunsOut = { expected: number | null; earliest: number | null; latest: number | null };

/**
 * Returns when something runs out, of which `used` is used up already. The steps are sums for what adds up, such as spending. For a level, such as
 * storage, they are the figures themselves, and `used` is 0.
 */
export function runsOut(steps: readonly Step[], used: number, limit: number): RunsOut {
  return {
    expected: firstAt(steps, ({ value }) => used + value >= limit),
    earliest: firstAt(steps, ({ high }) => used + high >= limit),
    latest: firstAt(steps, ({ low }) => used + low >= limit),
  };
}

function firstAt(steps: readonly Step[], isReached: (step: Step) => boolean): number | null {
  const at = steps.findIndex(isReached);
  return at < 0 ? null : at + 1;
}
