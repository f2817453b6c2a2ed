import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "@besunny/core/context";

/** The window of every bucket, in seconds. */
export const WINDOW_SECONDS = 60;

const WINDOW_MS = WINDOW_SECONDS * 1000;
const ANSWER_MS = 500;
const ASK_AGAIN_MS = 10_000;
const WARN_EVERY_MS = 60_000;
/** A process takes a twentieth of a bucket at once. */
const CHUNKS = 20;

/** Counters that all processes share. */
export type LimitStore = {
  /** Adds points to a counter, which restarts after each window. Returns all points of the window, and how many milliseconds are left of it. */
  add(
    key: string,
    points: number,
    windowSeconds: number,
  ): Promise<{ points: number; msLeft: number }>;
};

export type Bucket = { key: string; quota: number };

/** The result of a request for points. `points` are left, as far as this process knows; the window ends in `msLeft` milliseconds. */
export type Taken = { isTaken: boolean; points: number; msLeft: number };

type Lease = {
  /** Points that this process may still spend. */
  left: number;
  /** Points that this process got in this window. */
  granted: number;
  /** Points that all processes together asked for. */
  asked: number;
  endsAt: number;
  renewing: Promise<void> | null;
};

type Options = { store: LimitStore; log: Log; now?: () => number; answerMs?: number };

/**
 * Takes points from shared buckets in chunks and spends them here, so that few requests visit the store. All processes together spend no
 * more than the quota of a window. While the store is away, each process counts alone, up to the quota.
 */
export function createLeases({ store, log, now = Date.now, answerMs = ANSWER_MS }: Options) {
  const leases = new Map<string, Lease>();
  let sweepAt = 0;
  let askAgainAt = 0;
  let warnAgainAt = 0;

  return {
    /** Takes `cost` points, or none. It never rejects, and waits for the store for half a second at most. */
    async take({ key, quota }: Bucket, cost: number): Promise<Taken> {
      for (;;) {
        const lease = currentLease(key);
        const isTaken = lease.left >= cost;
        if (isTaken) lease.left -= cost;
        if (isTaken || lease.asked >= quota) {
          const points = Math.max(0, quota - lease.asked) + lease.left;
          return { isTaken, points, msLeft: lease.endsAt - now() };
        }
        lease.renewing ??= renew({ key, quota }, lease, cost).finally(() => {
          lease.renewing = null;
        });
        await lease.renewing;
      }
    },
  };

  function currentLease(key: string): Lease {
    removeEnded();
    const known = leases.get(key);
    if (known && known.endsAt > now()) return known;
    const lease = { left: 0, granted: 0, asked: 0, endsAt: now() + WINDOW_MS, renewing: null };
    leases.set(key, lease);
    return lease;
  }

  function removeEnded(): void {
    if (now() < sweepAt) return;
    sweepAt = now() + WINDOW_MS;
    for (const [key, { endsAt }] of leases) if (endsAt <= now()) leases.delete(key);
  }

  async function renew({ key, quota }: Bucket, lease: Lease, cost: number): Promise<void> {
    const wanted = Math.max(cost - lease.left, Math.ceil(quota / CHUNKS));
    const shared = await ask(key, wanted);
    const before = shared ? shared.points - wanted : lease.granted;
    const granted = Math.max(0, Math.min(quota - before, shared ? wanted : quota));
    lease.left += granted;
    lease.granted += granted;
    lease.asked = shared?.points ?? quota;
    if (shared) lease.endsAt = now() + shared.msLeft;
  }

  /** Null while the store is away: it is asked again after ten seconds. */
  async function ask(key: string, points: number) {
    if (now() < askAgainAt) return null;
    const giveUp = new AbortController();
    try {
      return await Promise.race([
        store.add(key, points, WINDOW_SECONDS),
        silence(answerMs, giveUp.signal),
      ]);
    } catch (error) {
      askAgainAt = now() + ASK_AGAIN_MS;
      warn(error);
      return null;
    } finally {
      giveUp.abort();
    }
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
