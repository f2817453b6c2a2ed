import { NonRetriableError, RetryAfterError } from "inngest";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { aBench, runIn, until } from "./harness";
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

function noting<Value>(ran: string[], what: string, value: Value): Value {
  ran.push(what);
  return value;
}

describe("steps", { timeout: 60_000 }, () => {
  it("run in order, once each, and give the function what they returned", async () => {
    const ran: string[] = [];
    const { engine, client } = await bench.startEngine((client) => [
      client.createFunction({ id: "three", triggers: { event: "go" } }, async ({ step, event }) => {
        const a = await step.run("a", () => noting(ran, "a", event.data.n + 1));
        const b = await step.run("b", () => noting(ran, "b", a * 2));
        return step.run("c", () => noting(ran, "c", { total: b, nul: "\u0000" }));
      }),
    ]);
    await client.send({ name: "go", data: { n: 20 } });
    const run = await runIn(engine, "app-three", "completed");
    expect(run.output).toEqual({ total: 42, nul: "\u0000" });
    expect(ran).toEqual(["a", "b", "c"]);
    expect(run.steps.map(({ name, state, attempts }) => [name, state, attempts])).toEqual([
      ["a", "done", 1],
      ["b", "done", 1],
      ["c", "done", 1],
    ]);
  });

  it("are tried again after a failure, without running finished ones again", async () => {
    const ran: string[] = [];
    const { engine, client } = await bench.startEngine((client) => [
      client.createFunction(
        { id: "flaky", triggers: { event: "go" }, retries: 3 },
        async ({ step, attempt }) => {
          await step.run("first", () => void ran.push("first"));
          await step.run("flaky", () => {
            ran.push(`flaky ${attempt}`);
            if (attempt < 2) throw new Error("not yet");
          });
          await step.run("last", () => void ran.push("last"));
        },
      ),
    ]);
    await client.send({ name: "go" });
    const run = await runIn(engine, "app-flaky", "completed");
    expect(ran).toEqual(["first", "flaky 0", "flaky 1", "flaky 2", "last"]);
    expect(run.steps.find(({ name }) => name === "flaky")?.attempts).toBe(3);
  });

  it("fail the run after the last try and tell onFailure why, once", async () => {
    const heard: unknown[] = [];
    let tries = 0;
    const { engine, client } = await bench.startEngine((client) => [
      client.createFunction(
        {
          id: "hopeless",
          triggers: { event: "go" },
          retries: 2,
          onFailure: ({ event, error }) =>
            void heard.push([event.data.event.data, error.message, event.data.run_id]),
        },
        async ({ step }) => {
          await step.run("no", () => {
            tries++;
            throw new Error("never");
          });
        },
      ),
    ]);
    await client.send({ name: "go", data: { order: 7 } });
    const run = await runIn(engine, "app-hopeless", "failed");
    await runIn(engine, "app-hopeless-failure", "completed");
    expect(tries).toBe(3);
    expect(run.error?.message).toBe("never");
    expect(heard).toEqual([[{ order: 7 }, "never", run.id]]);
  });

  it("are not tried again after NonRetriableError, and the function may go on from it", async () => {
    let tries = 0;
    const { engine, client } = await bench.startEngine((client) => [
      client.createFunction({ id: "final", triggers: { event: "go" } }, async ({ step }) => {
        try {
          await step.run("refused", () => {
            tries++;
            throw new NonRetriableError("no such thing");
          });
        } catch {
          return step.run("instead", () => "fallback");
        }
        return "unreachable";
      }),
    ]);
    await client.send({ name: "go" });
    expect((await runIn(engine, "app-final", "completed")).output).toBe("fallback");
    expect(tries).toBe(1);
  });

  it("wait as long as RetryAfterError asks, not as long as the engine would", async () => {
    const at: number[] = [];
    const { engine, client } = await bench.startEngine(
      (client) => [
        client.createFunction(
          { id: "later", triggers: { event: "go" } },
          async ({ step, attempt }) => {
            await step.run("busy", () => {
              at.push(Date.now());
              if (attempt === 0) throw new RetryAfterError("429", 1000);
            });
          },
        ),
      ],
      { retryDelays: () => 3_600_000 },
    );
    await client.send({ name: "go" });
    await runIn(engine, "app-later", "completed");
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(1000);
  });

  it("that are parallel all run, once each, even when one needs more tries", async () => {
    const ran: string[] = [];
    const { engine, client } = await bench.startEngine((client) => [
      client.createFunction({ id: "fan", triggers: { event: "go" } }, async ({ step, attempt }) => {
        const parts = await Promise.all([
          step.run("x", () => noting(ran, "x", 1)),
          step.run("y", () => {
            ran.push(`y${attempt}`);
            if (attempt === 0) throw new Error("once more");
            return 2;
          }),
          step.run("z", () => noting(ran, "z", 3)),
        ]);
        return step.run("sum", () => parts.reduce((sum, part) => sum + part, 0));
      }),
    ]);
    await client.send({ name: "go" });
    expect((await runIn(engine, "app-fan", "completed")).output).toBe(6);
    expect(ran.toSorted()).toEqual(["x", "y0", "y1", "z"]);
  });

  it("can sleep, send, invoke and wait for events, also for those that came before the wait", async () => {
    const { engine, client } = await bench.startEngine((client) => {
      const child = client.createFunction(
        { id: "child", triggers: { event: "never" } },
        async ({ event, step }) => step.run("double", () => event.data.n * 2),
      );
      const broken = client.createFunction(
        { id: "broken", triggers: { event: "never" }, retries: 0 },
        async () => {
          throw new Error("child broke");
        },
      );
      return [
        child,
        broken,
        client.createFunction({ id: "parent", triggers: { event: "go" } }, async ({ step }) => {
          await step.sendEvent("tell", { name: "answer", data: { id: "other" } });
          await step.sendEvent("tell 2", { name: "answer", data: { id: "mine", n: 1 } });
          await step.sleep("nap", "1s");
          const early = await step.waitForEvent("early", {
            event: "answer",
            timeout: "1m",
            match: "data.id",
          });
          const again = await step.waitForEvent("again", {
            event: "answer",
            timeout: "1s",
            match: "data.id",
          });
          const doubled = await step.invoke("double", { function: child, data: { n: 21 } });
          const caught = await step
            .invoke("breaks", { function: broken, data: {} })
            .catch((error: Error) => error.message);
          const late = await step.waitForEvent("late", {
            event: "later",
            timeout: "1m",
            if: "async.data.id == event.data.id",
          });
          return { early: early?.data, again, doubled, caught, late: late?.data };
        }),
      ];
    });
    await client.send({ name: "go", data: { id: "mine" } });
    const run = await until("the last wait", async () => {
      const { items } = await engine.listRuns({ functionId: "app-parent", limit: 1 });
      const detail = items[0] && (await engine.getRun(items[0].id));
      return detail?.waitingFor?.startsWith("Waiting for the event later") ? detail : null;
    });
    expect(run.state).toBe("sleeping");
    await client.send([
      { name: "later", data: { id: "other" } },
      { name: "later", data: { id: "mine", ok: true } },
    ]);
    const done = await runIn(engine, "app-parent", "completed");
    expect(done.output).toEqual({
      early: { id: "mine", n: 1 },
      again: null,
      doubled: 42,
      caught: "child broke",
      late: { id: "mine", ok: true },
    });
  });

  it("that failed run again when the run is retried by hand, and only they", async () => {
    const ran: string[] = [];
    let mended = false;
    const { engine, client } = await bench.startEngine((client) => [
      client.createFunction(
        { id: "mend", triggers: { event: "go" }, retries: 0 },
        async ({ step }) => {
          await step.run("good", () => void ran.push("good"));
          return step.run("bad", () => {
            ran.push("bad");
            if (!mended) throw new Error("broken");
            return "mended";
          });
        },
      ),
    ]);
    await client.send({ name: "go" });
    const failed = await runIn(engine, "app-mend", "failed");
    expect(await engine.getRun(failed.id)).toMatchObject({
      state: "failed",
      error: { message: "broken" },
    });
    mended = true;
    expect(await engine.retryRun(failed.id)).toBe(true);
    expect((await runIn(engine, "app-mend", "completed")).output).toBe("mended");
    expect(ran).toEqual(["good", "bad", "bad"]);
    expect(await engine.retryRun(failed.id)).toBe(false);
  });
});
