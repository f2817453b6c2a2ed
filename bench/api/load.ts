import { setTimeout as sleep } from "node:timers/promises";

import { Pool } from "undici";

import type { Caller } from "./people";
import { percentile } from "../report";

/** What a caller may spend in a minute, with a margin, and what the doors cost (the contract of `/api/v1`). */
const POINTS_A_MINUTE = 500;
const WINDOW_MS = 61_000;

export type Door = { name: string; points: number; path: (caller: Caller, n: number) => string };

const words = ["rent of Mill House", "deposit", "notice of three months", "lease of the harbour"];

export const doors: readonly Door[] = [
  { name: "list", points: 1, path: () => "/api/v1/documents?limit=20" },
  {
    name: "get",
    points: 1,
    path: ({ documentIds }, n) => `/api/v1/documents/${documentIds[n % documentIds.length]}`,
  },
  {
    name: "search",
    points: 2,
    path: (_, n) => `/api/v1/search?q=${encodeURIComponent(words[n % words.length] ?? "")}`,
  },
];

export type Figures = { times: number[]; seconds: number };

/** Asks the doors of one product; no caller ever spends more than its minute holds. */
export function createLoad(url: string, callers: readonly Caller[]) {
  let spent = 0;
  let since = Date.now();

  async function makeRoom(points: number): Promise<void> {
    if (spent + points > POINTS_A_MINUTE) {
      await sleep(Math.max(0, since + WINDOW_MS - Date.now()));
      spent = 0;
      since = Date.now();
    }
    spent += points;
  }

  return {
    /** `requests` in all by `clients` that each ask again as soon as they are answered, over connections that stay open. */
    async measure(door: Door, clients: number, requests: number): Promise<Figures> {
      await makeRoom(Math.ceil(requests / callers.length) * door.points);
      const pool = new Pool(url, { connections: clients, pipelining: 1 });
      const times: number[] = [];
      let next = 0;

      async function client(): Promise<void> {
        for (let n = next++; n < requests; n = next++) {
          const caller = callers[n % callers.length];
          if (!caller) throw new RangeError("Nobody is there to ask");
          const start = performance.now();
          const { statusCode, body } = await pool.request({
            path: door.path(caller, n),
            method: "GET",
            headers: { authorization: `Bearer ${caller.key}` },
          });
          const text = await body.text();
          times.push(performance.now() - start);
          if (statusCode !== 200) throw new Error(`${door.name} answered ${statusCode}: ${text}`);
        }
      }

      const start = performance.now();
      await Promise.all(Array.from({ length: clients }, client));
      const seconds = (performance.now() - start) / 1000;
      await pool.close();
      return { times, seconds };
    },
  };
}

/** Figures of several rounds as one. */
export function summary(rounds: readonly Figures[]) {
  const times = rounds.flatMap((round) => round.times);
  const seconds = rounds.reduce((sum, round) => sum + round.seconds, 0);
  return {
    p50_ms: percentile(times, 0.5),
    p95_ms: percentile(times, 0.95),
    p99_ms: percentile(times, 0.99),
    per_second: times.length / seconds,
  };
}
