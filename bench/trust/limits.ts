import { spawn, spawnSync } from "node:child_process";
import { rm } from "node:fs/promises";
import { loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import type { LimitStore } from "@besunny/api/limits/leases";
import { createLimits } from "@besunny/api/limits/limits";
import { createDatabase, type Database } from "@besunny/db/database";
import { stopEmbeddedPostgres } from "@besunny/db/server/embedded-postgres";
import { chooseLimits } from "@besunny/runtime/limits/choose-limits";
import { connectRedis } from "@besunny/runtime/redis";

import { aDataDirectory, startDatabase } from "../database";
import { percentile, type Report } from "../report";

const PEOPLE = 50;
const WORKSPACES = 5;
const REDIS_PORT = 26_379;
const log = { info: () => undefined, warn: console.error, error: console.error };

/** Measures what it costs to check the limits of a call, with counters in PostgreSQL and in Redis, beside counters in memory and no check. */
export async function limits({ rounds = "5000" }: { rounds?: string }): Promise<Report> {
  const dataDirectory = await aDataDirectory();
  const report: Report = { load_average_before: loadavg()[0] ?? 0, checks: Number(rounds) };
  try {
    const db = await aDatabase(dataDirectory);
    Object.assign(report, await measure("none", null, Number(rounds)));
    Object.assign(report, await measure("memory", inMemory(), Number(rounds)));
    Object.assign(report, await measure("postgres", db.identity.requestCounters, Number(rounds)));
    Object.assign(report, await withRedis(db, Number(rounds)));
    await db.close();
  } finally {
    await stopEmbeddedPostgres({ dataDirectory });
    await rm(dataDirectory, { recursive: true, force: true });
  }
  return report;
}

/** People of several workspaces call by turns: alone, then eight at once. */
async function measure(name: string, store: LimitStore | null, rounds: number): Promise<Report> {
  const take = store
    ? createLimits({ store, log }, { user: 1_000_000, key: 1_000_000 })
    : { takeCalls: async () => undefined };
  const check = async (n: number, times: number[], own = "") => {
    const began = performance.now();
    await take.takeCalls(
      {
        address: `10.0.0.${own || n % PEOPLE}`,
        person: `usr_${own}${n % PEOPLE}`,
        workspaceId: `ws_${own}${n % WORKSPACES}`,
        token: null,
      },
      ["documents.list-documents"],
    );
    times.push(performance.now() - began);
  };
  const [alone, together]: [number[], number[]] = [[], []];
  for (let n = 0; n < rounds; n += 1) {
    await check(n, alone);
    // People pause: what is not spent is settled meanwhile.
    if (n % 500 === 499) await sleep(600);
  }
  for (let n = 0; n < rounds; n += 8)
    await Promise.all(Array.from({ length: 8 }, (_, k) => check(n + k, together)));
  // Nobody of these was counted before, so each visits the counters.
  const first: number[] = [];
  for (let n = 0; n < rounds / 5; n += 1) await check(PEOPLE * 1000 + n, first, String(n));
  await sleep(1_000);
  return {
    [`${name}_first_ms_p50`]: percentile(first, 0.5),
    [`${name}_first_ms_p95`]: percentile(first, 0.95),
    [`${name}_ms_p50`]: percentile(alone, 0.5),
    [`${name}_ms_p95`]: percentile(alone, 0.95),
    [`${name}_ms_p99`]: percentile(alone, 0.99),
    [`${name}_of_eight_ms_p95`]: percentile(together, 0.95),
  };
}

function inMemory(): LimitStore {
  const counters = new Map<string, number>();
  const add = (key: string, points: number) => {
    const sum = (counters.get(key) ?? 0) + points;
    counters.set(key, sum);
    return sum;
  };
  return {
    add: async (key, points) => ({ points: add(key, points), msLeft: 60_000 }),
    giveBack: async (returned) => {
      for (const { key, points } of returned) add(key, -points);
    },
  };
}

async function withRedis(db: Database, rounds: number): Promise<Report> {
  if (spawnSync("redis-server", ["--version"]).status !== 0)
    return { redis: "left out: there is no redis-server" };
  const server = spawn("redis-server", ["--port", String(REDIS_PORT), "--save", ""], {
    stdio: "ignore",
  });
  const { client, close } = connectRedis(`redis://127.0.0.1:${REDIS_PORT}`, log);
  try {
    while (client.status !== "ready") await sleep(50);
    return await measure("redis", chooseLimits(client, db), rounds);
  } finally {
    close();
    server.kill("SIGKILL");
  }
}

async function aDatabase(dataDirectory: string): Promise<Database> {
  const { roles } = await startDatabase(dataDirectory);
  return createDatabase(roles);
}
