import { createHealth } from "@besunny/core/health";
import { expect, test } from "vitest";

import { probesOf } from "./probes";

type Given = Parameters<typeof probesOf>[0];

const now = new Date("2026-01-01T12:00:00Z");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const clock = () => now;
const silentLog = { info() {}, warn() {}, error() {} };

/** Of the real tools a probe uses these alone; one that a test leaves out fails as if it were away. */
function given(parts: {
  app?: string;
  oldest?: Date | null;
  metrics?: object;
  ping?: () => Promise<void>;
  index?: () => Promise<void>;
}): Given {
  const { app = "worker", oldest = null, metrics, ping, index = async () => {} } = parts;
  return asGiven({
    app,
    env: {},
    db: {
      platform: { ping: async () => {}, overview: { outbox: async () => ({ unsent: 1, oldest }) } },
    },
    tools: {
      clock,
      files: { exists: async () => false },
      index: { ping: index },
      reader: { canPrint: () => false },
      disk: { free: async () => ({ freeBytes: 5, totalBytes: 100 }) },
    },
    cache: { ping: ping ?? null },
    runs: metrics ? { metrics: async () => metrics } : null,
  });
}

/** The given parts, in place of all tools; the probes call only these. */
function asGiven(parts: object): Given {
  return parts as Given;
}

const look = (parts: Parameters<typeof given>[0]) =>
  createHealth(probesOf(given(parts)), { clock, log: silentLog })();

const minute = { minute: now, begun: 0, completed: 0, failed: 0, cancelled: 0 };
const alive = { id: "w", startedAt: ago(600), seenAt: ago(2), jobs: 0 };

test("each process looks at what it works with, and at no more", async () => {
  const namesFor = async (app: string, more = {}) =>
    Object.keys((await look({ app, ...more })).checks);

  expect(await namesFor("admin")).toEqual(["database", "outbox", "disk"]);
  expect(await namesFor("web")).toEqual([
    ...["database", "outbox", "disk", "index", "files", "libreoffice"],
  ]);
  const metrics = { workers: [alive], queued: 0, oldestQueuedSeconds: null, throughput: [minute] };
  expect(await namesFor("worker", { metrics, ping: async () => {} })).toEqual([
    ...["database", "outbox", "disk", "index", "files", "libreoffice", "queue", "redis"],
  ]);
});

test("a full disk and an event that waits are told, and the process is ready all the same", async () => {
  expect(await look({ oldest: ago(300) })).toMatchObject({
    isReady: true,
    checks: {
      disk: { state: "full", details: { freeBytes: 5 } },
      outbox: { state: "late", details: { unsent: 1, oldestSeconds: 300 } },
    },
  });
});

test("it is not ready without its index, and is without Redis", async () => {
  const gone = async () => {
    throw new Error("away");
  };

  expect((await look({ index: gone })).isReady).toBe(false);
  expect(await look({ ping: gone })).toMatchObject({
    isReady: true,
    checks: { redis: { state: "away" } },
  });
});

test.each([
  ["one that moves", { throughput: [{ ...minute, completed: 1 }] }, "ok"],
  ["one where nothing waits", { oldestQueuedSeconds: null, throughput: [minute] }, "ok"],
  ["one that stands still", { throughput: [minute] }, "late"],
  ["one whose workers are silent", { workers: [{ ...alive, seenAt: ago(90) }] }, "away"],
])("of a queue it tells %s", async (_, changes, state) => {
  const usual = { workers: [alive], queued: 3, oldestQueuedSeconds: 900, throughput: [minute] };

  expect((await look({ metrics: { ...usual, ...changes } })).checks.queue?.state).toBe(state);
});
