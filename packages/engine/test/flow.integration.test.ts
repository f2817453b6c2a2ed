import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { nextFire } from "../src/functions/next-fire";
import { aBench, pause, runIn, until } from "./harness";
import { startPostgres, type TestPostgres } from "./postgres";

let postgres: TestPostgres;
let bench: Awaited<ReturnType<typeof aBench>>;

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres?.stop());
beforeEach(async () => {
  bench = await aBench(postgres);
}, 60_000);
afterEach(() => bench?.stop());

describe("concurrency", { timeout: 60_000 }, () => {
  it("is never above the limit of its key, over two workers, with parallel steps and retries", async () => {
    const now = new Map<string, number>();
    const most = new Map<string, number>();
    const functions = (client: Parameters<Parameters<typeof bench.startEngine>[0]>[0]) => [
      client.createFunction(
        {
          id: "limited",
          triggers: { event: "go" },
          concurrency: { limit: 2, key: "event.data.tenant" },
        },
        async ({ step, event, attempt }) => {
          const tenant = event.data.tenant;
          const work = async () => {
            now.set(tenant, (now.get(tenant) ?? 0) + 1);
            most.set(tenant, Math.max(most.get(tenant) ?? 0, now.get(tenant) ?? 0));
            await pause(20);
            now.set(tenant, (now.get(tenant) ?? 0) - 1);
          };
          await step.run("first", work);
          await Promise.all([step.run("x", work), step.run("y", work)]);
          await step.run("last", async () => {
            await work();
            if (attempt === 0) throw new Error("once more");
          });
        },
      ),
    ];
    const { engine, client } = await bench.startEngine(functions);
    await bench.startEngine(functions);
    await client.send(
      Array.from({ length: 16 }, (_, n) => ({ name: "go", data: { tenant: n % 2 ? "a" : "b" } })),
    );
    await until(
      "all runs",
      async () => (await engine.listRuns({ states: ["completed"], limit: 50 })).items.length === 16,
      40_000,
    );
    expect([...most.entries()].toSorted()).toEqual([
      ["a", 2],
      ["b", 2],
    ]);
  });

  it("lets a quiet key go ahead of the backlog of a noisy one", async () => {
    const order: string[] = [];
    const { engine, client } = await bench.startEngine((client) => [
      client.createFunction(
        {
          id: "fair",
          triggers: { event: "go" },
          concurrency: [{ limit: 1 }, { limit: 1, key: "event.data.tenant" }],
        },
        async ({ event, step }) => {
          await step.run("work", async () => {
            order.push(event.data.tenant);
            await pause(20);
          });
        },
      ),
    ]);
    await client.send(
      Array.from({ length: 20 }, () => ({ name: "go", data: { tenant: "noisy" } })),
    );
    await client.send([1, 2].map(() => ({ name: "go", data: { tenant: "quiet" } })));
    await until("the quiet runs", () => order.filter((tenant) => tenant === "quiet").length === 2);
    const afterQuiet = order.lastIndexOf("quiet");
    expect(afterQuiet).toBeLessThan(16);
    await until(
      "all runs",
      async () => (await engine.listRuns({ states: ["completed"], limit: 50 })).items.length === 22,
      30_000,
    );
  });
});

describe("a cancelled run", { timeout: 60_000 }, () => {
  it("stops where it is: cancelOn ends the matching run only", async () => {
    const went: string[] = [];
    const { engine, client } = await bench.startEngine((client) => [
      client.createFunction(
        { id: "order", triggers: { event: "go" }, cancelOn: [{ event: "stop", match: "data.id" }] },
        async ({ step, event }) => {
          await step.sleep("nap", "2s");
          await step.run("after", () => void went.push(event.data.id));
        },
      ),
    ]);
    await client.send([
      { name: "go", data: { id: "a" } },
      { name: "go", data: { id: "b" } },
    ]);
    await until("both to sleep", async () => (await engine.metrics()).sleeping === 2);
    await client.send({ name: "stop", data: { id: "a" } });
    await runIn(engine, "app-order", "cancelled");
    await runIn(engine, "app-order", "completed");
    expect(went).toEqual(["b"]);
  });

  it("does nothing more, even in the midst of a step, and frees its place for the next", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const went: string[] = [];
    const { engine, client } = await bench.startEngine((client) => [
      client.createFunction(
        { id: "busy", triggers: { event: "go" }, concurrency: 1 },
        async ({ step, event }) => {
          await step.run("slow", () => (event.data.n === 1 ? held : undefined));
          await step.run("after", () => void went.push(`after ${event.data.n}`));
        },
      ),
    ]);
    await client.send({ name: "go", data: { n: 1 } });
    const run = await runIn(engine, "app-busy", "running");
    await client.send({ name: "go", data: { n: 2 } });
    expect(await engine.cancelRun(run.id)).toBe(true);
    expect(await engine.cancelRun(run.id)).toBe(false);
    release();
    await runIn(engine, "app-busy", "completed");
    expect(went).toEqual(["after 2"]);
    expect((await engine.getRun(run.id))?.state).toBe("cancelled");
  });

  it("can be found by what its event holds", async () => {
    const { engine, client } = await bench.startEngine((client) => [
      client.createFunction({ id: "long", triggers: { event: "go" } }, ({ step }) =>
        step.sleep("long", "1d"),
      ),
    ]);
    await client.send([1, 1, 2].map((doc) => ({ name: "go", data: { doc, more: true } })));
    await until("all to sleep", async () => (await engine.metrics()).sleeping === 3);
    expect(await engine.cancelRunsByEvent({ functionId: "app-long", data: { doc: 1 } })).toBe(2);
    const { items } = await engine.listRuns({
      states: ["sleeping"],
      eventMatch: { doc: 2 },
      limit: 10,
    });
    expect(items).toHaveLength(1);
  });
});

describe("triggers", { timeout: 60_000 }, () => {
  it("begin one run for one idempotency key, and none where the expression does not hold", async () => {
    const { engine, client } = await bench.startEngine((client) => [
      client.createFunction(
        {
          id: "keyed",
          triggers: { event: "go", if: "event.data.n > 1" },
          idempotency: "event.data.n",
        },
        async ({ event }) => event.data.n,
      ),
    ]);
    await client.send([1, 2, 2, 3, 2].map((n) => ({ name: "go", data: { n } })));
    await until(
      "the runs",
      async () => (await engine.listRuns({ states: ["completed"], limit: 9 })).items.length >= 2,
    );
    expect((await engine.listRuns({ limit: 9 })).items).toHaveLength(2);
  });

  it("fire a cron once for each moment, whatever the number of workers", async () => {
    const functions = (client: Parameters<Parameters<typeof bench.startEngine>[0]>[0]) => [
      client.createFunction(
        { id: "tick", triggers: { cron: "TZ=Europe/Paris * * * * *" } },
        async ({ event }) => event,
      ),
    ];
    const { engine } = await bench.startEngine(functions);
    await bench.startEngine(functions);
    await bench.owner(
      "update engine_queue._private_jobs set run_at = now() where key like 'c:app-tick:%'",
    );
    const run = await runIn(engine, "app-tick", "completed");
    expect(run.output).toMatchObject({
      name: "inngest/scheduled.timer",
      data: { cron: "TZ=Europe/Paris * * * * *" },
    });
    const [armed] = await bench.owner(
      "select key, run_at > now() as later from engine_queue._private_jobs",
    );
    expect(armed).toEqual({ key: "c:app-tick:TZ=Europe/Paris * * * * *", later: true });
    expect((await engine.listRuns({ limit: 9 })).items).toHaveLength(1);
  });

  it("keep a cron to the clock of its zone", () => {
    const spring = new Date("2026-03-28T12:00:00Z");
    expect(nextFire("TZ=Europe/Paris 0 5 * * *", spring).toISOString()).toBe(
      "2026-03-29T03:00:00.000Z",
    );
    expect(nextFire("0 5 * * *", spring).toISOString()).toBe("2026-03-29T05:00:00.000Z");
    expect(nextFire("@daily", spring).toISOString()).toBe("2026-03-29T00:00:00.000Z");
  });
});

describe("registration", { timeout: 60_000 }, () => {
  const refused: [string, Record<string, unknown>][] = [
    [
      '"batchEvents" cannot go with "idempotency"',
      { batchEvents: { maxSize: 3, timeout: "2s" }, idempotency: "event.data.id" },
    ],
    ['"batchEvents.timeout"', { batchEvents: { maxSize: 3, timeout: "20m" } }],
    ['"throttle.period"', { throttle: { limit: 1, period: "8d" } }],
    ['scope "env" needs a key', { concurrency: { limit: 1, scope: "env" } }],
    ["at most two concurrency keys", { concurrency: [{ limit: 1 }, { limit: 2 }, { limit: 3 }] }],
    ["six fields", { triggers: { cron: "*/2 * * * * *" } }],
    ["cannot read the expression", { idempotency: "event.data.(" }],
  ];

  it.each(refused)("refuses %s by name rather than ignoring it", async (name, option) => {
    const attempt = bench.startEngine((client) => [
      client.createFunction(
        { id: "odd", triggers: { event: "go" }, ...option },
        async () => undefined,
      ),
    ]);
    await expect(attempt).rejects.toThrow(/Function "app-odd" cannot be registered/);
    await expect(attempt).rejects.toThrow(name === "six fields" ? "6 fields" : name);
  });
});
