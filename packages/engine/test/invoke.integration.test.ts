import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { aBench, type Client, runIn, until } from "./harness";
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

/** `single` runs until the event "free"; `caller` invokes it and reports what the step threw. */
function aBusySingleton(client: Client, mode: "skip" | "cancel") {
  const single = client.createFunction(
    { id: "single", triggers: { event: "go" }, singleton: { mode } },
    async ({ step }) => {
      await step.waitForEvent("wait", { event: "free", timeout: "1h" });
      return "freed";
    },
  );
  const caller = client.createFunction(
    { id: "caller", triggers: { event: "call" } },
    async ({ step }) =>
      step
        .invoke("call it", { function: single, data: {} })
        .catch((error: Error) => `refused: ${error.message}`),
  );
  const careless = client.createFunction(
    { id: "careless", triggers: { event: "call carelessly" }, retries: 3 },
    async ({ step }) => step.invoke("call it", { function: single, data: {} }),
  );
  return [single, caller, careless];
}

describe("a step that invokes a function", { timeout: 60_000 }, () => {
  it("fails at once when the function is a singleton and busy, and says so", async () => {
    const { engine, client } = await bench.startEngine((c) => aBusySingleton(c, "skip"));
    await client.send({ name: "go" });
    await runIn(engine, "app-single", "sleeping");

    await client.send({ name: "call" });

    const caller = await runIn(engine, "app-caller", "completed");
    expect(caller.output).toBe(
      'refused: The function "app-single" was not begun: it is a singleton and another run of it is under way',
    );
    expect(caller.steps).toMatchObject([{ name: "call it", state: "failed", childRunId: null }]);
  });

  it("ends a run that does not catch the refusal, without another attempt", async () => {
    const { engine, client } = await bench.startEngine((c) => aBusySingleton(c, "skip"));
    await client.send({ name: "go" });
    await runIn(engine, "app-single", "sleeping");

    await client.send({ name: "call carelessly" });

    const careless = await runIn(engine, "app-careless", "failed");
    expect(careless.error?.message).toContain(
      "it is a singleton and another run of it is under way",
    );
    expect(careless.failedAttempts).toHaveLength(1);
  });

  it("succeeds again once the singleton is free", async () => {
    const { engine, client } = await bench.startEngine((c) => aBusySingleton(c, "skip"));
    await client.send({ name: "go" });
    await runIn(engine, "app-single", "sleeping");
    await client.send({ name: "free" });
    await runIn(engine, "app-single", "completed");

    await client.send({ name: "call" });
    await until("the invoked run", async () => {
      const { items } = await engine.listRuns({ functionId: "app-single", limit: 9 });
      return items.length === 2;
    });
    await client.send({ name: "free" });

    expect((await runIn(engine, "app-caller", "completed")).output).toBe("freed");
  });

  it("takes the place of the busy run where the singleton cancels, whose own caller hears of it at once", async () => {
    const { engine, client } = await bench.startEngine((c) => aBusySingleton(c, "cancel"));
    await client.send({ name: "call" });
    await runIn(engine, "app-single", "sleeping");

    await client.send({ name: "go" });

    expect((await runIn(engine, "app-caller", "completed")).output).toBe(
      "refused: The invoked function was cancelled",
    );
  });

  it("fails at once when no worker serves the function any more", async () => {
    const first = await bench.startEngine((c) => aBusySingleton(c, "skip"));
    await first.engine.stop();
    const { engine, client } = await bench.startEngine((c) => {
      const [single, caller] = aBusySingleton(c, "skip");
      return single && caller ? [caller] : [];
    });

    await client.send({ name: "call" });

    expect((await runIn(engine, "app-caller", "completed")).output).toBe(
      'refused: The function "app-single" was not begun: no worker serves it any more',
    );
  });

  it("is not held to limits that only drop events: rate limit, idempotency, debounce, batches", async () => {
    const { engine, client } = await bench.startEngine((c) => {
      const options = [
        { id: "rated", rateLimit: { limit: 1, period: "1h" as const } },
        { id: "idempotent", idempotency: "event.data.same" },
        { id: "debounced", debounce: { period: "1h" as const } },
        { id: "batched", batchEvents: { maxSize: 50, timeout: "60s" as const } },
      ];
      const children = options.map((option) =>
        c.createFunction({ ...option, triggers: { event: "never" } }, async () => option.id),
      );
      const caller = c.createFunction(
        { id: "caller", triggers: { event: "call" } },
        async ({ step }) => {
          const answers: unknown[] = [];
          for (const round of [1, 2])
            for (const [n, child] of children.entries())
              answers.push(
                await step.invoke(`call ${round}.${n}`, { function: child, data: { same: "x" } }),
              );
          return answers;
        },
      );
      return [...children, caller];
    });

    await client.send({ name: "call" });

    const names = ["rated", "idempotent", "debounced", "batched"];
    expect((await runIn(engine, "app-caller", "completed")).output).toEqual([...names, ...names]);
  });
});
