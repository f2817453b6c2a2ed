import { claimDue } from "@besunny/core/sources/looking/claim-due";

import type { Callers } from "../callers";
import type { Log } from "../log";

const LOOK_MS = 5_000;

/**
 * Asks for looks at sources that are due, every five seconds: what a provider says has changed is here soon. Every worker looks, and each source is
 * claimed once in the database.
 */
export function lookAtSources(
  { platformCaller }: Pick<Callers, "platformCaller">,
  log: Log,
): { stop(): Promise<void> } {
  let underWay: Promise<void> | null = null;

  async function look(): Promise<void> {
    try {
      await claimDue(platformCaller("look-at-sources"), {});
    } catch (error) {
      log.warn({ error }, "sources could not be looked at, and are at the next tick");
    }
  }

  const ticking = setInterval(() => {
    underWay ??= look().finally(() => {
      underWay = null;
    });
  }, LOOK_MS);

  return {
    async stop() {
      clearInterval(ticking);
      await underWay;
    },
  };
}
