import type { LimitStore } from "../src/limits/leases";

/** Counters in memory by the given clock; `visits` holds how many points each call added. */
export function aLimitStore(now: () => number = Date.now) {
  const counters = new Map<string, { points: number; endsAt: number }>();
  const visits: number[] = [];
  const store: LimitStore = {
    async add(key, points, windowSeconds) {
      visits.push(points);
      const known = counters.get(key);
      const isOpen = known && known.endsAt > now();
      const counter = isOpen ? known : { points: 0, endsAt: now() + windowSeconds * 1000 };
      counter.points += points;
      counters.set(key, counter);
      return { points: counter.points, msLeft: counter.endsAt - now() };
    },
    async giveBack(returned) {
      for (const { key, points } of returned) {
        const counter = counters.get(key);
        if (counter && counter.endsAt > now()) counter.points -= points;
      }
    },
  };
  return { store, visits };
}
