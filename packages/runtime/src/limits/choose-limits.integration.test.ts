import { spawn, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { database } from "@besunny/core/test/contexts";
import { afterEach, describe, expect, test, vi } from "vitest";
import { connectRedis } from "../redis";
import { chooseLimits } from "./choose-limits";

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const opened: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

function aClient(port: number) {
  const { client, close } = connectRedis(`redis://127.0.0.1:${port}`, log);
  opened.push(close);
  return client;
}

test("without Redis it counts in PostgreSQL", async () => {
  const key = randomUUID();
  await chooseLimits(null, database).add(key, 2, 60);

  expect(await database.identity.requestCounters.add(key, 3, 60)).toMatchObject({ points: 5 });
});

test("a Redis that is away fails at once, and nothing is counted in PostgreSQL", async () => {
  const key = randomUUID();
  const { add } = chooseLimits(aClient(1), database);

  await expect(add(key, 2, 60)).rejects.toThrow();
  expect(await database.identity.requestCounters.add(key, 3, 60)).toMatchObject({ points: 3 });
});

const hasRedis = spawnSync("redis-server", ["--version"]).status === 0;
describe.skipIf(!hasRedis)("a real Redis (needs redis-server)", () => {
  test("counts for all processes, within a window", async () => {
    const port = await aRedis();
    const [one, other] = [aClient(port), aClient(port)];
    await vi.waitFor(() => Promise.all([one.ping(), other.ping()]), 20_000);
    const key = randomUUID();
    await chooseLimits(one, database).add(key, 2, 60);
    const { points, msLeft } = await chooseLimits(other, database).add(key, 3, 60);

    expect(points).toBe(5);
    expect(msLeft).toBeGreaterThan(0);
    expect(msLeft).toBeLessThanOrEqual(60_000);

    await chooseLimits(one, database).giveBack([
      { key, points: 4 },
      { key: randomUUID(), points: 4 },
    ]);
    expect((await chooseLimits(other, database).add(key, 0, 60)).points).toBe(1);
    expect(await one.keys("*")).toHaveLength(1);
  }, 30_000);
});

async function aRedis(): Promise<number> {
  const directory = mkdtempSync(join(tmpdir(), "besunny-redis-"));
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const server = spawn("redis-server", ["--port", String(port), "--save", "", "--dir", directory], {
    stdio: "ignore",
  });
  opened.push(() => {
    server.kill("SIGKILL");
    rmSync(directory, { recursive: true, force: true });
  });
  return port;
}
