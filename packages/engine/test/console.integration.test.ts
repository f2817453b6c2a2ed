import { NonRetriableError } from "inngest";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { openConsole } from "../src/console/console";
import { aBench, type Client, pause, runIn, until } from "./harness";
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

/** Counts how often each step ran. Step two fails if the event asks for it, until the test repairs it. */
function aTask() {
  const ran: string[] = [];
  const state = { isBroken: true };
  const make = (client: Client) => [
    client.createFunction(
      { id: "task", triggers: { event: "task" }, retries: 0 },
      async ({ event, step }) => {
        const one = await step.run("one", () => ran.push("one"));
        const two = await step.run("two", () => {
          ran.push("two");
          if (state.isBroken && event.data.breaks) {
            throw new NonRetriableError(`Document doc_${event.data.n}00 is broken`);
          }
          return "well";
        });
        const three = await step.run("three", () => ran.push("three"));
        return { one, two, three };
      },
    ),
  ];
  return { ran, state, make };
}

describe("the console", { timeout: 60_000 }, () => {
  it("finds runs by state, function, tenant and what they failed of, page by page", async () => {
    const { make } = aTask();
    const { client } = await bench.startEngine(make, { tenantField: "workspaceId" });
    const events = [0, 1, 2, 3, 4, 5].map((n) => ({
      name: "task",
      data: { n, breaks: n % 2 === 0, workspaceId: n < 4 ? "ws_mill" : "ws_barn" },
    }));
    await client.send(events);
    const runs = openConsole({ connectionString: bench.runtimeUrl });
    try {
      await until("all to end", async () => {
        const open = ["queued", "running", "sleeping"] as const;
        return (await runs.countRuns({ states: [...open] }, 10)) === 0;
      });
      expect(await runs.countRuns({ states: ["failed"] }, 100)).toBe(3);
      expect(await runs.countRuns({ states: ["failed"] }, 2)).toBe(2);
      expect(await runs.countRuns({ tenant: "ws_barn" }, 100)).toBe(2);
      expect(await runs.countRuns({ tenant: "ws_none" }, 100)).toBe(0);
      expect(await runs.countRuns({ eventMatch: { n: 3 } }, 100)).toBe(1);
      expect(await runs.countRuns({ createdTo: new Date(0) }, 100)).toBe(0);
      const groups = await runs.listFailures({ functionId: "app-task" });
      expect(groups).toMatchObject([{ functionId: "app-task", count: 3 }]);
      const fingerprint = groups[0]?.fingerprint ?? "";
      expect(await runs.countRuns({ fingerprint, tenant: "ws_mill" }, 100)).toBe(2);
      expect(await runs.listFailures({ tenant: "ws_none" })).toEqual([]);

      const first = await runs.listRuns({ limit: 4 });
      const rest = await runs.listRuns({ limit: 4, cursor: first.nextCursor ?? "" });
      const seen = [...first.items, ...rest.items].map(({ id }) => id);
      expect(new Set(seen).size).toBe(6);
      expect(seen).toEqual([...seen].sort().reverse());
      expect(rest.nextCursor).toBeNull();

      const metrics = await runs.metrics();
      expect(metrics).toMatchObject({ queued: 0, running: 0, parked: 0 });
      expect(metrics.tenants.map(({ tenant, begun }) => [tenant, begun])).toEqual([
        ["ws_mill", 4],
        ["ws_barn", 2],
      ]);
      expect(metrics.throughput).toHaveLength(60);
      const sum = (of: "completed" | "failed") =>
        metrics.throughput.reduce((total, minute) => total + minute[of], 0);
      expect([sum("completed"), sum("failed")]).toEqual([3, 3]);
      expect(metrics.workers).toHaveLength(1);
    } finally {
      await runs.close();
    }
  });

  it("tries again from the step that failed, from a chosen step, and from the start", async () => {
    const { make, ran, state } = aTask();
    const { engine, client } = await bench.startEngine(make);
    await client.send({ name: "task", data: { n: 1, breaks: true } });
    const failed = await runIn(engine, "app-task", "failed");
    expect(failed.failedAttempts).toMatchObject([
      { number: 1, retryAt: null, error: { message: "Document doc_100 is broken" } },
    ]);
    state.isBroken = false;
    expect(await engine.retryRun(failed.id)).toBe(true);
    const completed = await runIn(engine, "app-task", "completed");
    expect(completed.id).toBe(failed.id);
    expect(ran).toEqual(["one", "two", "two", "three"]);
    expect(await engine.retryRun(failed.id)).toBe(false);

    const two = completed.steps.find(({ name }) => name === "two")?.id ?? "";
    expect(await engine.retryRun(failed.id, { fromStep: "unknown" })).toBe(false);
    expect(await engine.retryRun(failed.id, { fromStep: two })).toBe(true);
    await until("three more steps", () => ran.length === 6);
    expect(ran.slice(4)).toEqual(["two", "three"]);

    await runIn(engine, "app-task", "completed");
    const replay = await engine.replayRun(failed.id);
    await until(
      "the replay",
      async () => (await engine.getRun(replay ?? ""))?.state === "completed",
    );
    expect(ran.slice(6)).toEqual(["one", "two", "three"]);
    expect((await engine.getRun(failed.id))?.replays).toEqual([replay]);
    expect(await engine.replayRun("unknown")).toBeNull();
  });

  it("forgets everything that was kept of a document, and nothing of its neighbours", async () => {
    const { make } = aTask();
    const { engine, client } = await bench.startEngine((client) => [
      ...make(client),
      client.createFunction(
        { id: "waits", triggers: { event: "task" }, onFailure: () => undefined },
        ({ step }) => step.sleep("while", "1h"),
      ),
      client.createFunction(
        { id: "listens", triggers: { event: "inngest/function.failed" } },
        async () => undefined,
      ),
    ]);
    await client.send(
      ["doc_erased", "doc_beside"].map((documentId) => ({
        name: "task",
        data: { n: 7, breaks: true, documentId },
      })),
    );
    await until("all to be where they end", async () => {
      const { items } = await engine.listRuns({ limit: 20 });
      return items.filter(({ state }) => state !== "running" && state !== "queued").length === 6;
    });
    const kept = async () =>
      String(
        JSON.stringify(
          await bench.owner(
            `select (select json_agg(e) from engine.event e) as events, (select json_agg(r) from engine.run r) as runs,
                    (select json_agg(j) from engine_queue._private_jobs j) as jobs`,
          ),
        ),
      );
    expect(await kept()).toContain("doc_erased");
    expect(await engine.forgetRuns({ data: { documentId: "doc_erased" } })).toBe(3);
    expect(await kept()).not.toContain("doc_erased");
    expect(await kept()).toContain("doc_beside");
    expect(await engine.forgetRuns({ data: { documentId: "doc_erased" } })).toBe(0);
    expect((await engine.listRuns({ limit: 20 })).items).toHaveLength(3);
  });

  it("removes what ended long ago and the events that nothing needs, never what still runs", async () => {
    const { make } = aTask();
    const { engine, client } = await bench.startEngine((client) => [
      ...make(client),
      client.createFunction({ id: "waits", triggers: { event: "wait" } }, ({ step }) =>
        step.sleep("while", "1h"),
      ),
    ]);
    await client.send([
      { name: "task", data: { n: 1 } },
      { name: "wait", data: {} },
      { name: "nobody-listens", data: {} },
    ]);
    await runIn(engine, "app-task", "completed");
    await runIn(engine, "app-waits", "sleeping");
    const past = new Date(Date.now() - 60_000);
    expect(await engine.removeOld({ runsEndedBefore: past, eventsBefore: past })).toEqual({
      runs: 0,
      events: 0,
    });
    const soon = new Date(Date.now() + 60_000);
    expect(await engine.removeOld({ runsEndedBefore: soon, eventsBefore: soon })).toEqual({
      runs: 1,
      events: 2,
    });
    expect((await engine.listRuns({ limit: 9 })).items).toMatchObject([
      { functionId: "app-waits", state: "sleeping" },
    ]);
  });

  it("says in a sentence why a run does not move", async () => {
    const { engine, client } = await bench.startEngine(
      (client) => [
        client.createFunction(
          {
            id: "busy",
            triggers: { event: "busy" },
            concurrency: { key: "event.data.of", limit: 1 },
          },
          () => pause(1500),
        ),
        client.createFunction({ id: "flaky", triggers: { event: "flaky" } }, async () => {
          throw new Error("the model said 429");
        }),
        client.createFunction({ id: "waits", triggers: { event: "waits" } }, ({ step }) =>
          step.waitForEvent("approval", { event: "approved", timeout: "1h" }),
        ),
      ],
      { retryDelays: () => 60_000, tenantField: "of" },
    );
    await client.send([1, 2, 3].map(() => ({ name: "busy", data: { of: "mill" } })));
    await client.send([{ name: "flaky" }, { name: "waits" }]);
    const sentence = async (functionId: string, state: "queued" | "sleeping") =>
      (await runIn(engine, functionId, state)).waitingFor;
    expect(await sentence("app-flaky", "sleeping")).toMatch(
      /^Retrying 2\/5 at \d{4}-.+: the model said 429$/,
    );
    expect(await sentence("app-waits", "sleeping")).toMatch(
      /^Waiting for the event approved until \d{4}-/,
    );
    expect(await sentence("app-busy", "queued")).toBe(
      "Number 2 of 2 behind the concurrency limit of mill",
    );
  });
});
