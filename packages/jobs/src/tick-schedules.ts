import type { PlatformContext } from "@besunny/core/context";
import { startDueSchedules } from "@besunny/core/schedules/start-due-schedules";

const TICK_MS = 15_000;

/** Begins what is due. Every worker looks, and whoever comes first begins it: the moment is claimed in the database. */
export function tickSchedules(ctx: PlatformContext): { stop(): Promise<void> } {
  let underWay: Promise<void> | null = null;

  function tick(): void {
    underWay ??= begin().finally(() => {
      underWay = null;
    });
  }

  async function begin(): Promise<void> {
    try {
      for (const name of await startDueSchedules(ctx))
        ctx.log.info({ schedule: name }, "a schedule is due");
    } catch (error) {
      ctx.log.warn({ error }, "schedules could not be looked at, and are at the next tick");
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
