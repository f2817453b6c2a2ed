import { rollUpFigures } from "@besunny/core/platform/metrics/roll-up-figures";

import type { Callers } from "./callers";
import type { Log } from "./log";

const SWEEP_MS = 5_000;

/** Counts changed hours again every 5 seconds. Every worker looks; the database lets one of them count at a time. */
export function startRollUps(
  { platformCaller }: Pick<Callers, "platformCaller">,
  log: Log,
): { stop(): Promise<void> } {
  let underWay: Promise<void> | null = null;

  function sweep(): void {
    underWay ??= rollUp().finally(() => {
      underWay = null;
    });
  }

  async function rollUp(): Promise<void> {
    try {
      await rollUpFigures(platformCaller("roll-up-figures"), {});
    } catch (error) {
      log.warn({ error }, "figures could not be summed up, and are at the next sweep");
    }
  }

  const sweeping = setInterval(sweep, SWEEP_MS);
  sweep();

  return {
    async stop() {
      clearInterval(sweeping);
      await underWay;
    },
  };
}
