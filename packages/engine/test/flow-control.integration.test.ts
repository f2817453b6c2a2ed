import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { Engine } from "../src/engine";
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

const ended = (engine: Engine, count: number) =>
  until(`${count} runs to end`, async () => {
    const { items } = await engine.listRuns({
      states: ["completed", "failed", "cancelled"],
      limit: 200,
    });
    return items.length >= count ? items.reverse() : null;
  });

describe("flow control", { timeout: 60_000 }, () => {
  it("lets so many runs begin in a period and holds the rest back, losing none", async () => {
    const begun: number[] = [];
    const { engine, client } = await bench.startEngine((client) => [
      client.createFunction(
        { id: "calm", triggers: { event: "go" }, throttle: { limit: 2, period: "3s" } },
        async ({ event }) => begun.push(event.data.n),
      ),
    ]);
    await client.send([0, 1, 2, 3].map((n) => ({ name: "go", data: { n } })));
    await until("the first two", () => begun.length === 2);
    const { items } = await engine.listRuns({ states: ["queued"], limit: 9 });
    expect(items).toHaveLength(2);
    const detail = await engine.getRun(items[1]?.id ?? "");
    expect(detail?.waitingFor).toBe("Number 1 of 2 held back by the throttle of its function");
    expect((await engine.metrics()).parked).toBe(2);
    await ended(engine, 4);
    expect(begun.slice(0, 2).sort()).toEqual([0, 1]);
    expect([...begun].sort()).toEqual([0, 1, 2, 3]);
  });

  it("drops what comes beyond a rate limit, for each key by itself", async () => {
    const { engine, client } = await bench.startEngine((client) => [
      client.createFunction(
        {
          id: "scarce",
          triggers: { event: "go" },
          rateLimit: { limit: 2, period: "1h", key: "event.data.of" },
        },
        async ({ event }) => event.data.of,
      ),
    ]);
    await client.send(["a", "a", "a", "b", "a"].map((of) => ({ name: "go", data: { of } })));
    await ended(engine, 3);
    const { items } = await engine.listRuns({ limit: 9 });
    const outputs = await Promise.all(items.map(({ id }) => engine.getRun(id)));
    expect(outputs.map((run) => run?.output).sort()).toEqual(["a", "a", "b"]);
  });

  it("begins one run, with the last event, once a row of events has ended", async () => {
    const { engine, client } = await bench.startEngine((client) => [
      client.createFunction(
        { id: "last", triggers: { event: "go" }, debounce: { period: "1s", key: "event.data.of" } },
        async ({ event }) => event.data.n,
      ),
    ]);
    await client.send({ name: "go", data: { of: "b", n: 9 } });
    for (const n of [1, 2, 3]) {
      await client.send({ name: "go", data: { of: "a", n } });
      await pause(300);
    }
    await ended(engine, 2);
    await pause(1500);
    const { items } = await engine.listRuns({ limit: 9 });
    const runs = await Promise.all(items.map(({ id }) => engine.getRun(id)));
    expect(runs.map((run) => run?.output).sort()).toEqual([3, 9]);
  });

  it("does not put a row of events off for ever where a timeout is set", async () => {
    const { engine, client } = await bench.startEngine((client) => [
      client.createFunction(
        { id: "last", triggers: { event: "go" }, debounce: { period: "2s", timeout: "3s" } },
        async ({ event }) => event.data.n,
      ),
    ]);
    for (let n = 0; ; n++) {
      await client.send({ name: "go", data: { n } });
      await pause(250);
      if ((await engine.listRuns({ states: ["completed"], limit: 1 })).items.length > 0) break;
      expect(n).toBeLessThan(60);
    }
  });

  it("gathers events into batches of the greatest size, and flushes what is left in time", async () => {
    const { engine, client } = await bench.startEngine((client) => [
      client.createFunction(
        { id: "batch", triggers: { event: "go" }, batchEvents: { maxSize: 3, timeout: "1s" } },
        async ({ events }) => events.map((event: { data: { n: number } }) => event.data.n),
      ),
    ]);
    await client.send([1, 2, 3, 4, 5, 6, 7].map((n) => ({ name: "go", data: { n } })));
    const runs = await ended(engine, 3);
    const outputs = await Promise.all(runs.map(({ id }) => engine.getRun(id)));
    expect(outputs.map((run) => run?.output)).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
    const replay = await engine.replayRun(runs[0]?.id ?? "");
    await ended(engine, 4);
    expect(await engine.getRun(replay ?? "")).toMatchObject({
      output: [1, 2, 3],
      replayOf: runs[0]?.id,
    });
  });

  it("takes the run of higher priority first", async () => {
    const order: string[] = [];
    const { engine, client } = await bench.startEngine((client) => [
      client.createFunction(
        {
          id: "ranked",
          triggers: { event: "go" },
          concurrency: 1,
          priority: { run: "event.data.urgent ? 600 : 0" },
        },
        async ({ event }) => {
          order.push(event.data.name);
          await pause(event.data.ms ?? 0);
        },
      ),
    ]);
    await client.send({ name: "go", data: { name: "first", ms: 500, urgent: false } });
    await until("the first", () => order.length === 1);
    await client.send(
      ["a", "b", "urgent"].map((name) => ({
        name: "go",
        data: { name, urgent: name === "urgent" },
      })),
    );
    await ended(engine, 4);
    expect(order).toEqual(["first", "urgent", "a", "b"]);
  });

  it("keeps a singleton single: skips the newer run, or ends the older one", async () => {
    const { engine, client } = await bench.startEngine((client) =>
      (["skip", "cancel"] as const).map((mode) =>
        client.createFunction(
          { id: mode, triggers: { event: mode }, singleton: { mode, key: "event.data.of" } },
          async ({ event, step }) => {
            await step.sleep("while", "1s");
            return event.data.n;
          },
        ),
      ),
    );
    for (const n of [1, 2]) {
      await client.send([
        { name: "skip", data: { of: "a", n } },
        { name: "cancel", data: { of: "a", n } },
      ]);
    }
    const runs = await ended(engine, 3);
    expect(runs.map(({ functionId, state }) => `${functionId} ${state}`).sort()).toEqual([
      "app-cancel cancelled",
      "app-cancel completed",
      "app-skip completed",
    ]);
    expect((await runIn(engine, "app-skip", "completed")).output).toBe(1);
    expect((await runIn(engine, "app-cancel", "completed")).output).toBe(2);
    expect((await runIn(engine, "app-cancel", "cancelled")).error?.name).toBe("Superseded");
  });

  it("cancels what did not begin, or did not finish, in its time", async () => {
    const { engine, client } = await bench.startEngine((client) => [
      client.createFunction(
        { id: "late", triggers: { event: "go" }, concurrency: 1, timeouts: { start: "1s" } },
        () => pause(2500),
      ),
      client.createFunction(
        { id: "long", triggers: { event: "long" }, timeouts: { finish: "1s" } },
        ({ step }) => step.sleep("for ever", "1h"),
      ),
    ]);
    await client.send([{ name: "go" }, { name: "go" }, { name: "long" }]);
    const runs = await ended(engine, 3);
    const told = runs.map(
      ({ functionId, state, error }) => `${functionId} ${state} ${error?.message ?? ""}`,
    );
    expect(told.sort()).toEqual([
      "app-late cancelled It did not begin in time",
      "app-late completed ",
      "app-long cancelled It did not finish in time",
    ]);
  });

  it("shares a limit of the scope of all functions between them", async () => {
    let now = 0;
    let most = 0;
    const { engine, client } = await bench.startEngine((client) =>
      ["one", "two"].map((id) =>
        client.createFunction(
          {
            id,
            triggers: { event: "go" },
            concurrency: { scope: "env", key: '"model"', limit: 1 },
          },
          async () => {
            most = Math.max(most, ++now);
            await pause(40);
            now--;
          },
        ),
      ),
    );
    await client.send(Array.from({ length: 5 }, () => ({ name: "go" })));
    await ended(engine, 10);
    expect(most).toBe(1);
  });

  it("serves workspaces in turn, so that a noisy one does not starve a quiet one", async () => {
    const order: string[] = [];
    const { engine, client } = await bench.startEngine((client) => [
      client.createFunction(
        {
          id: "fair",
          triggers: { event: "go" },
          concurrency: [{ key: "event.data.of", limit: 1 }, { limit: 2 }],
        },
        async ({ event }) => {
          order.push(event.data.of);
          await pause(15);
        },
      ),
    ]);
    await client.send(Array.from({ length: 60 }, () => ({ name: "go", data: { of: "noisy" } })));
    await until("the noisy one to begin", () => order.length > 2);
    const before = order.length;
    await client.send(["q1", "q2", "q3"].map((of) => ({ name: "go", data: { of } })));
    await ended(engine, 63);
    const places = ["q1", "q2", "q3"].map((of) => order.indexOf(of) - before);
    for (const place of places) expect(place).toBeLessThan(14);
    expect(await bench.owner("select * from engine.lane")).toEqual([]);
    expect(await bench.owner("select * from engine.slot")).toEqual([]);
  });
});

describe("a paused function", { timeout: 60_000 }, () => {
  it("begins nothing new, says so, and goes on with everything when it is resumed", async () => {
    const done: number[] = [];
    const { engine, client } = await bench.startEngine((client) => [
      client.createFunction({ id: "work", triggers: { event: "go" } }, async ({ event }) =>
        done.push(event.data.n),
      ),
    ]);
    expect(await engine.pauseFunction("app-work")).toBe(true);
    expect(await engine.pauseFunction("app-work")).toBe(false);
    await client.send([1, 2, 3].map((n) => ({ name: "go", data: { n } })));
    await until("them to be set aside", async () => (await engine.metrics()).parked === 3);
    await pause(300);
    expect(done).toEqual([]);
    const { items } = await engine.listRuns({ limit: 9 });
    expect((await engine.getRun(items[0]?.id ?? ""))?.waitingFor).toBe("Its function is paused");
    expect((await engine.listFunctions())[0]).toMatchObject({ isPaused: true, isServed: true });

    expect(await engine.resumeFunction("app-work")).toBe(true);
    await ended(engine, 3);
    expect(done.sort()).toEqual([1, 2, 3]);
  });
});

describe("signals and messages", { timeout: 60_000 }, () => {
  it("reach the run that waits for them, and the listener that is there", async () => {
    const { engine, client } = await bench.startEngine((client) => [
      client.createFunction({ id: "asks", triggers: { event: "ask" } }, ({ step }) =>
        step.waitForSignal("answer", { signal: "answer-7", timeout: "1h", onConflict: "fail" }),
      ),
      client.createFunction({ id: "says", triggers: { event: "say" } }, async ({ step }) => {
        await step.sendSignal("tell", { signal: "answer-7", data: { yes: true } });
        await step.realtime.publish(
          "publish",
          { channel: "room", topic: "news", config: {} } as never,
          { hello: "world" },
        );
      }),
    ]);
    await client.send({ name: "ask" });
    const asking = await runIn(engine, "app-asks", "sleeping");
    expect(asking.waitingFor).toMatch(/^Waiting for the signal answer-7 until /);

    const listening = new AbortController();
    const news = engine.subscribe({ channel: "room", topics: ["news"] }, listening.signal);
    const first = news[Symbol.asyncIterator]().next();
    await pause(300);
    await client.send({ name: "say" });
    expect((await runIn(engine, "app-asks", "completed")).output).toEqual({
      signal: "answer-7",
      data: { yes: true },
    });
    expect((await first).value).toMatchObject({
      kind: "data",
      channel: "room",
      topic: "news",
      data: { hello: "world" },
    });
    listening.abort();
  });
});

describe("a function that is no longer in the code", { timeout: 60_000 }, () => {
  it("begins nothing any more, and its unfinished runs say what they wait for", async () => {
    const first = await bench.startEngine((client) => [
      client.createFunction({ id: "old", triggers: { event: "go" } }, ({ step }) =>
        step.sleep("while", "1s"),
      ),
      client.createFunction({ id: "kept", triggers: { event: "go" } }, async () => 1),
    ]);
    await first.client.send({ name: "go" });
    await runIn(first.engine, "app-old", "sleeping");
    await first.engine.stop({ graceSeconds: 1 });
    const { engine, client } = await bench.startEngine((client) => [
      client.createFunction({ id: "kept", triggers: { event: "go" } }, async () => 1),
    ]);
    await client.send({ name: "go" });
    await until("the kept one", async () => {
      const { items } = await engine.listRuns({ functionId: "app-kept", limit: 9 });
      return items.filter(({ state }) => state === "completed").length === 2;
    });
    const { items } = await engine.listRuns({ functionId: "app-old", limit: 9 });
    expect(items).toHaveLength(1);
    expect((await engine.listFunctions()).map(({ id }) => id)).toEqual(["app-kept"]);
  });
});
