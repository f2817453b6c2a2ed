import { wakeRenewal } from "@besunny/core/schedules/renewal/wake-renewal";
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

  /** An index that is new or was lost is filled at once, and not in the next night. */
  async function wake(): Promise<void> {
    await wakeRenewal(platformCaller("tick-schedules"), {}).catch((error: unknown) =>
      log.warn({ error }, "the index could not be looked at, and is at night"),
    );
    tick();
  }

  const ticking = setInterval(tick, TICK_MS);
  void wake();

  return {
    async stop() {
      clearInterval(ticking);
      await underWay;
    },
  };
}
