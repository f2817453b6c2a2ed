import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { promisify } from "node:util";
import { database } from "@besunny/core/test/contexts";
import { expect, test } from "vitest";

import { createLeases } from "./leases";

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const store = database.identity.requestCounters;

test("two processes on one database let through at most the quota together, at the same instant too", async () => {
  const bucket = { key: randomUUID(), quota: 200 };
  // A busy machine may take its time.
  const processes = [1, 2].map(() => createLeases({ store, log, answerMs: 30_000 }));
  const taken = await Promise.all(
    processes.flatMap((leases) => Array.from({ length: 200 }, () => leases.take(bucket, 1))),
  );

  expect(taken.filter(({ isTaken }) => isTaken)).toHaveLength(200);
});

test("a counter restarts after its window, and says how much of it is left", async () => {
  const key = randomUUID();
  const first = await store.add(key, 5, 60);
  expect(first).toEqual({ points: 5, msLeft: 60_000 });
  const second = await store.add(key, 7, 60);
  expect(second.points).toBe(12);
  expect(second.msLeft).toBeLessThanOrEqual(60_000);

  const over = randomUUID();
  await store.add(over, 5, 0);
  expect(await store.add(over, 7, 60)).toEqual({ points: 7, msLeft: 60_000 });
});

test("300 parallel requests over three processes: a limit of 100 admits 100", async () => {
  const person = randomUUID();
  const admitted = await Promise.all([1, 2, 3].map(() => takeMany(person, 100, 100)));

  const all = admitted.reduce((sum, count) => sum + count, 0);
  expect(all).toBe(100);
}, 120_000);

async function takeMany(person: string, calls: number, quota: number): Promise<number> {
  const script = join(import.meta.dirname, "../../test/processes/take-many.ts");
  const given = [person, calls, quota].map(String);
  const { stdout } = await run(process.execPath, ["--import", "tsx", script, ...given]);
  return Number(stdout.trim());
}

const run = promisify(execFile);
