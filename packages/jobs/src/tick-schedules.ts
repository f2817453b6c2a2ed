import { startDueSchedules } from "@besunny/core/schedules/start-due-schedules";

import type { Callers } from "./callers";
import type { Log } from "./log";

const TICK_MS = 15_000;

/** Begins schedules that are due. Every worker looks, and the first one begins: the moment is claimed in the database. */
export function tickSchedules(
  { platformCaller }: Pick<Callers, "platformCaller">,
  log: Log,
): { stop(): Promise<void> } {
  let underWay: Promise<void> | null = null;

  function tick(): void {
    underWay ??= begin().finally(() => {
      underWay = null;
    });
  }

  async function begin(): Promise<void> {
    try {
      for (const name of await startDueSchedules(platformCaller("tick-schedules"), {}))
        log.info({ schedule: name }, "a schedule is due");
    } catch (error) {
      log.warn({ error }, "schedules could not be looked at, and are at the next tick");
    }
  }

  const ticking = setInterval(tick, TICK_MS);
  tick();

  return {
    async stop() {
      clearInterval(ticking);
      await underWay;
    },
  };
}
