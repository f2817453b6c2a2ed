/** The caller that waits: a person (`interactive`) or a queue (`batch`). */
export type Lane = "interactive" | "batch";

export type Lanes = <T>(lane: Lane, work: () => Promise<T>) => Promise<T>;

/** Runs one piece of work at a time. Interactive work goes before all batch work that has not begun. */
export function createLanes(): Lanes {
  const waiting: Record<Lane, (() => void)[]> = { interactive: [], batch: [] };
  let busy = false;

  return async (lane, work) => {
    if (busy) await new Promise<void>((resolve) => waiting[lane].push(resolve));
    busy = true;
    try {
      return await work();
    } finally {
      const next = waiting.interactive.shift() ?? waiting.batch.shift();
      if (next) next();
      else busy = false;
    }
  };
}
