import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { createCache, type OwnCache } from "./cache";

const opened: (() => unknown)[] = [];
let unhandled: unknown[];
const note = (reason: unknown) => void unhandled.push(reason);

beforeEach(() => {
  unhandled = [];
  process.on("unhandledRejection", note);
});

afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
  process.off("unhandledRejection", note);
  expect(unhandled).toEqual([]);
});

async function aCache(port?: number) {
  const lines: string[] = [];
  const say = (_: object, message: string) => void lines.push(message);
  const cache = await createCache(
    { REDIS_URL: port === undefined ? undefined : `redis://127.0.0.1:${port}` },
    { log: { info: say, warn: say, error: say } },
  );
  opened.push(() => cache.close());
  return { cache, lines };
}

async function aPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = addressOf(server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** It takes every connection and never says a word. */
async function aSilentServer(): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  opened.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return addressOf(server.address()).port;
}

/** A server that listens on a port has such an address. */
function addressOf(address: AddressInfo | string | null): AddressInfo {
  return address as AddressInfo;
}

/** Many that were never asked before; ends within a test's patience only where none of them waits for Redis. */
async function askMany(cache: OwnCache): Promise<number> {
  let computed = 0;
  const compute = async () => {
    computed += 1;
    return computed;
  };
  for (let key = 0; key < 40; key += 1) await cache.getOrSet(`key ${key}`, compute, 60);
  return computed;
}

test("it computes a value once, and again once it was removed", async () => {
  const { cache } = await aCache();
  const compute = vi.fn(async () => "value");

  await cache.getOrSet("key", compute, 60);
  expect(await cache.getOrSet("key", compute, 60)).toBe("value");
  expect(compute).toHaveBeenCalledTimes(1);
  await cache.remove("key");
  await cache.getOrSet("key", compute, 60);
  expect(compute).toHaveBeenCalledTimes(2);
  expect(cache.ping).toBeNull();
});

describe.each([
  ["refuses connections", aPort],
  ["takes connections and never answers", aSilentServer],
])("a Redis that %s", (_, portOf) => {
  test("keeps nobody waiting, and is found to be away", async () => {
    const { cache } = await aCache(await portOf());

    expect(await askMany(cache)).toBe(40);
    await cache.remove("key 1");
    await expect(cache.ping?.()).rejects.toThrow();
  });

  test("does not hide the failure of what is computed", async () => {
    const { cache } = await aCache(await portOf());
    const compute = vi.fn(async () => {
      throw new Error("the model is broken");
    });

    await expect(cache.getOrSet("key", compute, 60)).rejects.toMatchObject({
      cause: { message: "the model is broken" },
    });
    expect(compute).toHaveBeenCalledTimes(1);
  });
});

test("a Redis that is away is told of once", async () => {
  const { cache, lines } = await aCache(await aPort());

  await askMany(cache);
  await vi.waitFor(() => expect(lines).toHaveLength(1));
  await expect(cache.ping?.()).rejects.toThrow();
  expect(lines).toEqual([expect.stringMatching(/does not answer/)]);
});

const hasRedis = spawnSync("redis-server", ["--version"]).status === 0;
describe.skipIf(!hasRedis)("a real Redis (needs redis-server)", () => {
  test("is used once it is there, shared, and told of when it goes and comes back", async () => {
    const port = await aPort();
    const { cache, lines } = await aCache(port);
    const { cache: other } = await aCache(port);
    await askMany(cache);

    await aRedis(port);
    await vi.waitFor(() => expect(cache.ping?.()).resolves.toBeUndefined(), soon);
    await vi.waitFor(() => expect(other.ping?.()).resolves.toBeUndefined(), soon);
    expect(lines).toEqual([
      expect.stringMatching(/does not answer/),
      expect.stringMatching(/answers again/),
    ]);

    // The breaker closes after its ten seconds, and what one process computed the other finds.
    let value = 0;
    await vi.waitFor(async () => {
      value += 1;
      await cache.getOrSet(`shared ${value}`, async () => "of the first", 60);
      const found = await other.getOrSet(`shared ${value}`, async () => "of the other", 60);
      expect(found).toBe("of the first");
    }, soon);

    // A process that holds a value in memory hears that it was removed.
    await vi.waitFor(async () => {
      value += 1;
      await cache.getOrSet(`removed ${value}`, async () => "old", 60);
      await other.getOrSet(`removed ${value}`, async () => "old", 60);
      await cache.remove(`removed ${value}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(await other.getOrSet(`removed ${value}`, async () => "new", 60)).toBe("new");
    }, soon);
  }, 60_000);
});

const soon = { timeout: 25_000, interval: 200 };

async function aRedis(port: number): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "besunny-redis-"));
  const server = spawn("redis-server", ["--port", String(port), "--save", "", "--dir", directory], {
    stdio: "ignore",
  });
  opened.push(() => {
    server.kill("SIGKILL");
    rmSync(directory, { recursive: true, force: true });
  });
}
