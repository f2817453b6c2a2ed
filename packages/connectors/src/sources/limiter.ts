import { SourceFailure } from "./failures";
import type { Provider } from "./source-words";

/** The pace that a provider allows: so many units a second, and as many at once as `burst`. */
export type Pace = { unitsPerSecond: number; burst: number };

export type Paces = Partial<
  Record<Provider | `${Provider}/${string}`, { account: Pace; app?: Pace }>
>;

export type LimiterTools = {
  /** By provider, or by provider and lane where its APIs have quotas of their own. */
  paces: Paces;
  now?: () => Date;
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Keeps a block, so that all workers stop together. `key` is that of `keyOf`. */
  onBlocked?: (key: string, until: Date) => void | Promise<void>;
  random?: () => number;
};

export type Throttling = {
  provider: Provider;
  accountId: string;
  scope: "account" | "app";
  /** The header as it came: seconds, or a day. */
  retryAfter: string | null;
};

type Bucket = { units: number; filledAt: number };

/** The longest time that a request waits for its turn within the process. Above it the request is refused. */
const LONGEST_WAIT_MS = 5_000;
const LONGEST_BACKOFF_MS = 15 * 60_000;

export type Limiter = ReturnType<typeof createLimiter>;

/** The key of a bucket: one account of a provider, or the whole app there. */
export function keyOf(provider: Provider, accountId: string | null): string {
  return accountId ? `${provider}/account/${accountId}` : `${provider}/app`;
}

/**
 * Keeps requests within the pace of each provider, for each account and for the app. A block that a provider asked for holds all
 * requests of its bucket: they reject with `throttled` and are not sent.
 */
export function createLimiter({
  paces,
  now = () => new Date(),
  sleep = pause,
  onBlocked,
  random = Math.random,
}: LimiterTools) {
  const buckets = new Map<string, Bucket>();
  const blocks = new Map<string, number>();
  const refusals = new Map<string, number>();

  const refuseBlocked = (key: string, scope: "account" | "app") => {
    const until = blocks.get(key) ?? 0;
    if (until > now().getTime()) throw throttled(new Date(until), scope);
  };

  /** Takes the units, on credit if need be, and returns how long to wait for them. */
  const take = (key: string, { unitsPerSecond, burst }: Pace, units: number) => {
    const at = now().getTime();
    const bucket = buckets.get(key) ?? { units: burst, filledAt: at };
    const filled = bucket.units + ((at - bucket.filledAt) / 1000) * unitsPerSecond;
    const left = Math.min(burst, filled) - units;
    const waitMs = left >= 0 ? 0 : Math.ceil((-left / unitsPerSecond) * 1000);
    if (waitMs > LONGEST_WAIT_MS) return { waitMs, isTaken: false };
    buckets.set(key, { units: left, filledAt: at });
    return { waitMs, isTaken: true };
  };

  return {
    /** Waits for the turn of a request, or rejects with `throttled`. */
    async pass(
      {
        provider,
        accountId,
        units = 1,
        lane,
      }: { provider: Provider; accountId: string; units?: number; lane?: string },
      signal?: AbortSignal,
    ): Promise<void> {
      signal?.throwIfAborted();
      const pace = (lane && paces[`${provider}/${lane}`]) || paces[provider];
      const scopes = [
        { scope: "app" as const, key: keyOf(provider, null), pace: pace?.app },
        { scope: "account" as const, key: keyOf(provider, accountId), pace: pace?.account },
      ];
      for (const { key, scope } of scopes) refuseBlocked(key, scope);
      for (const { key, scope, pace } of scopes) {
        if (!pace) continue;
        const { waitMs, isTaken } = take(lane ? `${key}/${lane}` : key, pace, units);
        if (!isTaken) throw throttled(new Date(now().getTime() + waitMs), scope);
        if (waitMs > 0) await sleep(waitMs, signal);
      }
      for (const { key, scope } of scopes) refuseBlocked(key, scope);
    },
    /** Tells that a request went through, so that the next wait starts short again. */
    passed(provider: Provider, accountId: string): void {
      refusals.delete(keyOf(provider, accountId));
      refusals.delete(keyOf(provider, null));
    },
    /** Notes that the provider refused for its limits, and returns the failure to throw. */
    async refused(given: Throttling): Promise<SourceFailure<"throttled">> {
      const key = keyOf(given.provider, given.scope === "app" ? null : given.accountId);
      const count = (refusals.get(key) ?? 0) + 1;
      refusals.set(key, count);
      const asked = readRetryAfter(given.retryAfter, now());
      const until = asked ?? new Date(now().getTime() + backoff(count, random));
      const known = blocks.get(key) ?? 0;
      if (until.getTime() > known) {
        blocks.set(key, until.getTime());
        await onBlocked?.(key, until);
      }
      return throttled(new Date(Math.max(known, until.getTime())), given.scope);
    },
    /** Learns of a block that another worker kept. */
    block(key: string, until: Date): void {
      blocks.set(key, Math.max(blocks.get(key) ?? 0, until.getTime()));
    },
    blockedUntil(key: string): Date | null {
      const until = blocks.get(key) ?? 0;
      return until > now().getTime() ? new Date(until) : null;
    },
  };
}

/** Reads `Retry-After`: seconds or a day. Null if it says neither. */
export function readRetryAfter(header: string | null, now: Date): Date | null {
  const text = header?.trim();
  if (!text) return null;
  if (/^\d+(\.\d+)?$/.test(text)) return new Date(now.getTime() + Math.max(1, Number(text)) * 1000);
  const day = Date.parse(text);
  return Number.isNaN(day) ? null : new Date(Math.max(day, now.getTime() + 1000));
}

function backoff(count: number, random: () => number): number {
  return (
    Math.min(LONGEST_BACKOFF_MS, 2 ** Math.min(count, 12) * 1000) + Math.round(random() * 1000)
  );
}

function throttled(until: Date, scope: "account" | "app"): SourceFailure<"throttled"> {
  const who = scope === "app" ? "BeSunny" : "this account";
  return new SourceFailure("throttled", `The provider asks ${who} to wait.`, { until, scope });
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal?.addEventListener("abort", stop, { once: true });
  });
}
