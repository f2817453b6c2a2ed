import { Client as PgClient } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";

import { aBench, pause, until } from "./harness";
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

/** Events as a process keeps them that sends before any function is registered. */
const keep = (ids: string, name: string) =>
  bench.owner(
    `insert into engine.event (id, name, data, ts, routed)
     select 'e' || n, '${name}', json_build_object('n', n), n, false from ${ids} as n`,
  );

const unrouted = async () =>
  (await bench.owner("select id from engine.event where not routed")).length;

it("begins the runs of every event that came before the first registration, however many", {
  timeout: 180_000,
}, async () => {
  await keep("generate_series(1, 1100)", "early");

  const { engine } = await bench.startEngine(
    (c) => [
      c.createFunction(
        { id: "early", triggers: { event: "early" } },
        async ({ event }) => event.id,
      ),
    ],
    { concurrency: 1 },
  );

  const begun = () => engine.countRuns({ functionId: "app-early" }, 2000);
  await until(
    "every run to begin",
    async () => {
      await pause(250);
      return (await begun()) >= 1100;
    },
    150_000,
  );
  expect(await begun()).toBe(1100);
  expect(await unrouted()).toBe(0);
  expect(
    await bench.owner("select event_id from engine.run group by 1 having count(*) > 1"),
  ).toEqual([]);
});

it("routes an event that another process kept at the moment of the first registration", {
  timeout: 60_000,
}, async () => {
  const { engine, client } = await bench.startEngine((c) => [
    c.createFunction({ id: "late", triggers: { event: "late" } }, async () => "seen"),
  ]);
  // The sender's snapshot was older than the registration: it kept the event and began nothing.
  await keep("generate_series(1, 1)", "late");

  const begun = () => engine.countRuns({ functionId: "app-late" }, 9);
  await until("its run", async () => (await begun()) === 1);
  await client.send({ id: "e1", name: "late" });
  expect(await begun()).toBe(1);
});

it("lets one event end one wait of a run, also when it is routed after the run looked back to it", {
  timeout: 120_000,
}, async () => {
  const { client: sender } = bench.anEngine();
  await sender.send({ name: "first" });
  await sender.send({ id: "the-answer", name: "answer" });
  const other = new PgClient({ connectionString: bench.ownerUrl });
  await other.connect();
  await other.query("begin; select 1 from engine.event where id = 'the-answer' for update");

  const { engine } = await bench.startEngine((c) => [
    c.createFunction({ id: "asks", triggers: { event: "first" } }, async ({ step }) => {
      const one = await step.waitForEvent("one", { event: "answer", timeout: "1h" });
      const two = await step.waitForEvent("two", { event: "answer", timeout: "8s" });
      return [one?.id ?? null, two?.id ?? null];
    }),
  ]);
  const id = await until(
    "the second wait",
    async () => {
      const [run] = (await engine.listRuns({ functionId: "app-asks", limit: 1 })).items;
      const steps = run ? ((await engine.getRun(run.id))?.steps ?? []) : [];
      return steps.some((one) => one.name === "two" && one.state === "waiting") ? run?.id : null;
    },
    40_000,
  );
  await other.query("commit");
  await other.end();

  await until("the answer to be routed", async () => (await unrouted()) === 0, 30_000);
  const output = await until(
    "the end of the run",
    async () => {
      const run = await engine.getRun(id);
      return run?.state === "completed" ? run.output : null;
    },
    40_000,
  );
  expect(output).toEqual(["the-answer", null]);
});
