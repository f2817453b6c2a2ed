import type { Clock, Log } from "@besunny/core/context";
import { type OwnRates, rateBuckets } from "@besunny/core/platform/rates/contract";

const FRESH_MS = 10_000;

type Stored = { workspaceId: string; bucket: string; points: number };

type Given = {
  db: { platform: { rates: { list(): Promise<Stored[]> } } };
  clock: Clock;
  log: Log;
};

/**
 * Returns a function that tells the limits which are set for a workspace. It reads those of all workspaces every ten seconds at most. While
 * the database does not answer, the last ones hold.
 */
export function createRates({ db, clock, log }: Given): (workspaceId: string) => Promise<OwnRates> {
  let known = new Map<string, OwnRates>();
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | null = null;

  async function read(): Promise<void> {
    readAt = clock().getTime();
    try {
      known = byWorkspace(await db.platform.rates.list());
    } catch (error) {
      log.warn({ error }, "the limits of workspaces could not be read; the last ones hold");
    }
  }

  return async (workspaceId) => {
    if (clock().getTime() - readAt > FRESH_MS)
      reading ??= read().finally(() => {
        reading = null;
      });
    if (reading) await reading;
    return known.get(workspaceId) ?? {};
  };
}

function byWorkspace(stored: readonly Stored[]): Map<string, OwnRates> {
  const rates = new Map<string, OwnRates>();
  for (const { workspaceId, bucket, points } of stored)
    if (rateBuckets.some((each) => each === bucket))
      rates.set(workspaceId, { ...rates.get(workspaceId), [bucket]: points });
  return rates;
}
