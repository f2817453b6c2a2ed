/** Who is waiting: a person (`interactive`) or a queue (`batch`). */
export type Lane = "interactive" | "batch";

export type Lanes = <T>(lane: Lane, work: () => Promise<T>) => Promise<T>;

/** One piece of work at a time; whoever is interactive goes before every batch that has not begun. */
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
