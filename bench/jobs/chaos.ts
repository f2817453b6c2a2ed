import {
  jumpClocks,
  killWorkers,
  repeatEvents,
  restartPostgres,
  stallWorkers,
} from "@besunny/engine/test/chaos-scenarios";
import { crowd } from "@besunny/engine/test/chaos-tenants";
import { startPostgres } from "@besunny/engine/test/postgres";

import type { Report } from "../report";

/** The scenarios of the engine's chaos tests with larger numbers; `limit` multiplies them. Throws when a count is not zero. */
export async function chaos({ limit = "1" }: { limit?: string }): Promise<Report> {
  const times = Number(limit);
  const blows = (number: number) => ({ runs: 100, blows: Math.ceil(number * times) });
  const postgres = await startPostgres();
  try {
    const { worstOvertaking, ...tenants } = await crowd(postgres, { tenants: 1000, noise: 1000 });
    const report = {
      ...named("kill", await killWorkers(postgres, blows(50))),
      ...named("stall", await stallWorkers(postgres, blows(15))),
      ...named("restart", await restartPostgres(postgres, blows(10))),
      ...named("clock", await jumpClocks(postgres, { runs: Math.ceil(150 * times), blows: 0 })),
      ...named("repeat", await repeatEvents(postgres, { runs: Math.ceil(300 * times), blows: 0 })),
      ...named("tenants", tenants),
    };
    const wrong = Object.entries(report).filter(
      ([key, value]) => value !== 0 && !/_(acknowledged|steps|stale)$/.test(key),
    );
    if (wrong.length > 0)
      throw new Error(wrong.map(([key, value]) => `${key}: ${value}`).join(", "));
    return { ...report, tenants_worst_overtaking: worstOvertaking };
  } finally {
    await postgres.stop();
  }
}

function named(name: string, verdict: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(verdict).map(([key, value]) => [
      `${name}_${key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
      value,
    ]),
  );
}
