import { setTimeout as sleep } from "node:timers/promises";

import type { Clock, Log } from "./context";

/**
 * `away`: the dependency does not answer. `replaced`: something of BeSunny does its work. With the other states it answers and reports how
 * it goes.
 */
export type CheckState = "ok" | "late" | "nearlyFull" | "full" | "replaced" | "away";
export type Details = Readonly<Record<string, string | number | null>>;

/** One dependency of a process. `look` rejects when the dependency does not answer. */
export type Probe = {
  name: string;
  /** True if the process cannot do its work without this dependency. */
  isNeeded: boolean;
  look(): Promise<{ state?: CheckState; details?: Details }>;
};

/** `lastOkAt` is the time of the last answer, as ISO 8601; null: never since the process began. Ages are in seconds. */
export type Check = {
  state: CheckState;
  isNeeded: boolean;
  lastOkAt: string | null;
  ageSeconds: number | null;
} & { details?: Details };

export type HealthReport = { isReady: boolean; checks: Readonly<Record<string, Check>> };

/** Checks all dependencies at once. Returns the same report to all calls within a second. */
export type Health = () => Promise<HealthReport>;

const PATIENCE_MS = 2_000;
const FRESH_MS = 1_000;

type Options = { clock: Clock; log: Log; patienceMs?: number };

/** Checks each dependency, none for longer than two seconds. Logs once when one stops answering and once when it answers again. */
export function createHealth(probes: readonly Probe[], options: Options): Health {
  const { clock } = options;
  const watched = probes.map((probe) => watch(probe, options));
  let last: { at: number; report: Promise<HealthReport> } | undefined;

  async function look(): Promise<HealthReport> {
    const checks = await Promise.all(
      watched.map(async ({ name, check }) => [name, await check()] as const),
    );
    return {
      isReady: checks.every(([, { isNeeded, state }]) => !isNeeded || state !== "away"),
      checks: Object.fromEntries(checks),
    };
  }

  return () => {
    const now = clock().getTime();
    if (!last || now - last.at >= FRESH_MS || now < last.at) last = { at: now, report: look() };
    return last.report;
  };
}

type Found = { state: CheckState; details?: Details };

function watch({ name, isNeeded, look }: Probe, { clock, log, patienceMs = PATIENCE_MS }: Options) {
  let asked: Promise<Found> | undefined;
  let lastOkAt: Date | null = null;
  let wasAway = false;

  /** Asks the dependency; while an earlier question is unanswered, returns that question's promise. */
  function ask(): Promise<Found> {
    asked ??= look()
      .then(({ state = "ok", details }) => {
        lastOkAt = clock();
        return { state, ...(details && { details }) };
      })
      .finally(() => {
        asked = undefined;
      });
    return asked;
  }

  function tell(isAway: boolean, error?: unknown): void {
    if (isAway && !wasAway) log.warn({ dependency: name, error }, "a dependency does not answer");
    if (!isAway && wasAway) log.info({ dependency: name }, "a dependency answers again");
    wasAway = isAway;
  }

  return {
    name,
    async check(): Promise<Check> {
      const patience = new AbortController();
      const found = await Promise.race([ask(), tooLong(patienceMs, patience.signal)])
        .then((answer) => {
          tell(false);
          return answer;
        })
        .catch((error: unknown): Found => {
          tell(true, error);
          return { state: "away" };
        })
        .finally(() => patience.abort());
      const ageSeconds = lastOkAt && Math.round((clock().getTime() - lastOkAt.getTime()) / 1000);
      return { ...found, isNeeded, lastOkAt: lastOkAt?.toISOString() ?? null, ageSeconds };
    },
  };
}

async function tooLong(milliseconds: number, signal: AbortSignal): Promise<never> {
  await sleep(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);
  throw new Error(`No answer within ${milliseconds / 1000} seconds`);
}
