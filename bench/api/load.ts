import { setTimeout as sleep } from "node:timers/promises";

import { Pool } from "undici";

import { percentile } from "../report";
import type { Cpu } from "./processes";
import { asks, type Operation, type Way } from "./requests";
import type { Workspace } from "./workspace";

/** The points that all callers of a workspace may spend in a minute, with a margin; `POINTS` has those of a request (`rest/rate-limit.ts`). */
const POINTS_A_MINUTE = 15_000;
const WINDOW_MS = 61_000;
const POINTS: Record<Operation, number> = { list: 1, facets: 1, get: 1, search: 2, upload: 5 };

/** Answer times and CPU time, in milliseconds, of one measurement or of several together. */
export type Figures = { times: number[]; seconds: number; cpu: Cpu };

type Load = { operation: Operation; way: Way; clients: number; seconds: number };
type Subject = { url: string; workspace: Workspace; cpu: () => Cpu };

/** Makes the load on one workspace of one product. No quota of it is ever reached. */
export function createLoad({ url, workspace, cpu }: Subject) {
  let next = 0;
  let spent = 0;
  let since = Date.now();

  /** The rates are not known before: what was spent must leave room for as much again. */
  async function makeRoom(): Promise<void> {
    if (Date.now() - since < WINDOW_MS && spent * 2 > POINTS_A_MINUTE)
      await sleep(since + WINDOW_MS - Date.now());
    if (Date.now() - since >= WINDOW_MS) {
      spent = 0;
      since = Date.now();
    }
  }

  return {
    /** Lets `clients` ask for so long, each again as soon as it is answered. Throws where an answer is no success. */
    async measure({ operation, way, clients, seconds }: Load): Promise<Figures | null> {
      const ask = asks[operation][way];
      if (!ask) return null;
      await makeRoom();
      const pool = new Pool(url, { connections: clients, pipelining: 1 });
      const times: number[] = [];
      const before = cpu();
      const start = performance.now();
      const client = async () => {
        while (performance.now() - start < seconds * 1000) {
          const n = next++;
          const asked = performance.now();
          const { statusCode, text } = await ask(pool, workspace, n);
          times.push(performance.now() - asked);
          if (statusCode >= 300)
            throw new Error(`${way} ${operation} answered ${statusCode}: ${text}`);
        }
      };
      await Promise.all(Array.from({ length: clients }, client));
      const elapsed = (performance.now() - start) / 1000;
      const after = cpu();
      await pool.close();
      spent += times.length * POINTS[operation];
      return {
        times,
        seconds: elapsed,
        cpu: { web: after.web - before.web, postgres: after.postgres - before.postgres },
      };
    },
  };
}

/** Figures of several measurements as one. */
export function summary(rounds: readonly Figures[]) {
  const sum = (of: (figures: Figures) => number) =>
    rounds.reduce((total, figures) => total + of(figures), 0);
  const times = rounds.flatMap((round) => round.times);
  const cpuSeconds = sum(({ cpu }) => cpu.web + cpu.postgres) / 1000;
  return {
    p50_ms: percentile(times, 0.5),
    p95_ms: percentile(times, 0.95),
    per_second: times.length / sum(({ seconds }) => seconds),
    web_cpu_ms: sum(({ cpu }) => cpu.web) / times.length,
    postgres_cpu_ms: sum(({ cpu }) => cpu.postgres) / times.length,
    per_cpu_second: times.length / cpuSeconds,
  };
}
