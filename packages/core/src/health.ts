import { setTimeout as sleep } from "node:timers/promises";

import type { Clock, Log } from "./context";

/** `away`: it does not answer. The others answer, and say how it goes. */
export type CheckState = "ok" | "late" | "nearlyFull" | "full" | "away";
export type Details = Readonly<Record<string, string | number | null>>;

/** One thing that a process works with. `look` rejects when it does not answer. */
export type Probe = {
  name: string;
  /** Without it the process cannot do its work. */
  isNeeded: boolean;
  look(): Promise<{ state?: CheckState; details?: Details }>;
};

/** `lastOkAt` is ISO 8601, when it answered last; null: never since the process began. Ages are in seconds. */
export type Check = {
  state: CheckState;
  isNeeded: boolean;
  lastOkAt: string | null;
  ageSeconds: number | null;
} & { details?: Details };

export type HealthReport = { isReady: boolean; checks: Readonly<Record<string, Check>> };

/** Looks at everything at once; what was just found is told again to whoever asks within a second. */
export type Health = () => Promise<HealthReport>;

const PATIENCE_MS = 2_000;
const FRESH_MS = 1_000;

type Options = { clock: Clock; log: Log; patienceMs?: number };

/** Asks each probe, none for longer than two seconds, and logs once when one goes and once when it is back. */
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

  /** What hangs is not asked a second time beside itself. */
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
