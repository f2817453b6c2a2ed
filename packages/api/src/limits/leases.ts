import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "@besunny/core/context";

/** The window of every bucket, in seconds. */
export const WINDOW_SECONDS = 60;

const WINDOW_MS = WINDOW_SECONDS * 1000;
const ANSWER_MS = 500;
const ASK_AGAIN_MS = 10_000;
const WARN_EVERY_MS = 60_000;
/** A process takes a tenth of a bucket at once. */
const SLICES = 10;
/** So often, a process returns what it has not spent, and asks again for a bucket that was empty. */
const SETTLE_MS = 250;
/** So close to the end of a window nothing is returned: it could reach the next window. */
const END_MS = 2_000;

export type Points = { key: string; points: number };

/** Counters that all processes share. */
export type LimitStore = {
  /** Adds points to a counter, which restarts after each window. Returns all points of the window, and how many milliseconds are left of it. */
  add(
    key: string,
    points: number,
    windowSeconds: number,
  ): Promise<{ points: number; msLeft: number }>;
  /** Takes points off counters whose windows have not ended. */
  giveBack(points: readonly Points[]): Promise<void>;
};

export type Bucket = { key: string; quota: number };

/** The result of a request for points. `points` are left, as far as this process knows; the window ends in `msLeft` milliseconds. */
export type Taken = { isTaken: boolean; isAway: boolean; points: number; msLeft: number };

type Lease = {
  /** Points that this process may still spend. */
  left: number;
  /** Points that this process got in this window. */
  granted: number;
  /** Points that all processes together hold or have spent, when the store last said. */
  asked: number;
  /** The store was away when this process last asked: it counts alone. */
  isAlone: boolean;
  askedAt: number;
  usedAt: number;
  endsAt: number;
  renewing: Promise<void> | null;
};

type Options = { store: LimitStore; log: Log; now?: () => number; answerMs?: number };

/**
 * Takes points from shared buckets in slices and spends them here, so that few requests visit the store. What is not spent goes back after a
 * quarter of a second. All processes together spend no more than the quota of a window. While the store is away, each process counts alone,
 * up to the quota; what `mustBeShared` is not taken then.
 */
export function createLeases({ store, log, now = Date.now, answerMs = ANSWER_MS }: Options) {
  const leases = new Map<string, Lease>();
  let sweepAt = 0;
  let askAgainAt = 0;
  let warnAgainAt = 0;
  let settling: NodeJS.Timeout | null = null;

  return {
    /** Takes `cost` points, or none. It never rejects, and waits for the store for half a second at most. */
    async take({ key, quota }: Bucket, cost: number, mustBeShared = false): Promise<Taken> {
      for (let visits = 0; ; visits += 1) {
        const lease = currentLease(key);
        const isAway = lease.isAlone && mustBeShared;
        const isTaken = lease.left >= cost && !isAway;
        if (isTaken) lease.left -= cost;
        lease.usedAt = now();
        if (isTaken || isFinal(lease, { quota, isAway, visits })) {
          const points = Math.max(0, quota - lease.asked) + lease.left;
          if (lease.left > 0) settleLater();
          const msLeft = isAway ? askAgainAt - now() : lease.endsAt - now();
          return { isTaken, isAway, points: isTaken || isAway ? points : lease.left, msLeft };
        }
        lease.renewing ??= renew({ key, quota }, lease, cost).finally(() => {
          lease.renewing = null;
        });
        await lease.renewing;
      }
    },

    /** Returns points that were taken for a request that did not go on. */
    putBack(key: string, cost: number): void {
      const lease = leases.get(key);
      if (!lease || lease.endsAt <= now()) return;
      lease.left += cost;
      settleLater();
    },

    settle,
  };

  /** An empty bucket is asked for again a quarter of a second later: other processes may have returned points. */
  function isFinal(
    lease: Lease,
    { quota, isAway, visits }: { quota: number; isAway: boolean; visits: number },
  ): boolean {
    if (isAway) return now() < askAgainAt;
    if (lease.isAlone) return true;
    return lease.asked >= quota && (visits > 0 || now() - lease.askedAt < SETTLE_MS);
  }

  function currentLease(key: string): Lease {
    removeEnded();
    const known = leases.get(key);
    if (known && known.endsAt > now()) return known;
    const counts = { left: 0, granted: 0, asked: 0, isAlone: false };
    const times = { askedAt: Number.NEGATIVE_INFINITY, usedAt: now(), endsAt: now() + WINDOW_MS };
    const lease: Lease = { ...counts, ...times, renewing: null };
    leases.set(key, lease);
    return lease;
  }

  function removeEnded(): void {
    if (now() < sweepAt) return;
    sweepAt = now() + WINDOW_MS;
    for (const [key, { endsAt }] of leases) if (endsAt <= now()) leases.delete(key);
  }

  async function renew({ key, quota }: Bucket, lease: Lease, cost: number): Promise<void> {
    const isFull = lease.asked >= quota;
    // To ask whether something came back adds nothing.
    const wanted = isFull ? 0 : Math.max(cost - lease.left, Math.ceil(quota / SLICES));
    const shared = await ask(key, wanted);
    lease.askedAt = now();
    if (!shared) return countAlone(lease, quota);
    if (lease.isAlone) Object.assign(lease, { isAlone: false, left: 0, granted: 0 });
    const granted = Math.max(0, Math.min(quota - (shared.points - wanted), wanted));
    lease.left += granted;
    lease.granted += granted;
    lease.asked = shared.points - (wanted - granted);
    lease.endsAt = now() + shared.msLeft;
    if (granted < wanted) await returned([{ key, points: wanted - granted }]);
  }

  function countAlone(lease: Lease, quota: number): void {
    if (!lease.isAlone) lease.left += Math.max(0, quota - lease.granted);
    lease.isAlone = true;
    lease.granted = quota;
    lease.asked = quota;
  }

  /** Null while the store is away: it is asked again after ten seconds. */
  async function ask(key: string, points: number) {
    if (now() < askAgainAt) return null;
    return tried(() => store.add(key, points, WINDOW_SECONDS));
  }

  /** Returns points to the store. Points of a failed visit are lost until the window ends. */
  async function returned(points: readonly Points[]): Promise<void> {
    if (now() >= askAgainAt) await tried(() => store.giveBack(points));
  }

  async function tried<Answer>(visit: () => Promise<Answer>): Promise<Answer | null> {
    const giveUp = new AbortController();
    try {
      return await Promise.race([visit(), silence(answerMs, giveUp.signal)]);
    } catch (error) {
      askAgainAt = now() + ASK_AGAIN_MS;
      warn(error);
      return null;
    } finally {
      giveUp.abort();
    }
  }

  function settleLater(): void {
    if (settling) return;
    settling = setTimeout(() => {
      settling = null;
      void settle();
    }, SETTLE_MS).unref();
  }

  /** Returns what was not spent for a quarter of a second. */
  async function settle(): Promise<void> {
    const idle: Points[] = [];
    let isSome = false;
    for (const [key, lease] of leases) {
      if (lease.left <= 0 || lease.isAlone || lease.endsAt - now() < END_MS) continue;
      if (lease.renewing || now() - lease.usedAt < SETTLE_MS) isSome = true;
      else {
        idle.push({ key, points: lease.left });
        lease.granted -= lease.left;
        lease.asked -= lease.left;
        lease.left = 0;
      }
    }
    if (isSome) settleLater();
    if (idle.length > 0) await returned(idle);
  }

  function warn(error: unknown): void {
    if (now() < warnAgainAt) return;
    warnAgainAt = now() + WARN_EVERY_MS;
    log.warn({ error }, "the shared counters of requests are away; this process counts alone");
  }
}

async function silence(ms: number, signal: AbortSignal): Promise<never> {
  await sleep(ms, undefined, { ref: false, signal });
  throw new Error("The shared counters do not answer");
}
