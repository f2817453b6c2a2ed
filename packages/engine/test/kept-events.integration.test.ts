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

const unrouted = async () =>
  (await bench.owner("select id from engine.event where not routed")).length;

it("begins the runs of every event that came before the first registration, however many", {
  timeout: 180_000,
}, async () => {
  const { client } = bench.anEngine();
  for (let page = 0; page < 4; page++)
    await client.send(
      Array.from({ length: 300 }, (_, n) => ({ name: "early", data: { n: page * 300 + n } })),
    );
  expect(await unrouted()).toBe(1200);

  const begun = new Map<number, number>();
  const { engine } = await bench.startEngine((c) => [
    c.createFunction({ id: "early", triggers: { event: "early" } }, async ({ event }) => {
      begun.set(event.data.n, (begun.get(event.data.n) ?? 0) + 1);
    }),
  ]);

  await until(
    "every run to end",
    async () => {
      await pause(250);
      const done = await engine.countRuns({ functionId: "app-early", states: ["completed"] }, 2000);
      return done === 1200;
    },
    150_000,
  );
  expect(await unrouted()).toBe(0);
  expect(begun.size).toBe(1200);
});

it("routes an event that another process kept at the moment of the first registration", {
  timeout: 60_000,
}, async () => {
  const { engine, client } = await bench.startEngine((c) => [
    c.createFunction({ id: "late", triggers: { event: "late" } }, async () => "seen"),
  ]);
  // The sender's snapshot was older than the registration: it kept the event and began nothing.
  await bench.owner(
    "insert into engine.event (id, name, data, ts, routed) values ('e1', 'late', '{}', 1, false)",
  );

  await until("its run", async () => (await engine.countRuns({ functionId: "app-late" }, 9)) === 1);
  await client.send({ id: "e1", name: "late" });
  expect(await engine.countRuns({ functionId: "app-late" }, 9)).toBe(1);
});

it("lets one event end one wait of a run, also when the event was kept before the wait began", {
  timeout: 60_000,
}, async () => {
  const { client: sender } = bench.anEngine();
  await sender.send({ name: "first" });
  await sender.send(Array.from({ length: 600 }, (_, n) => ({ name: "between", data: { n } })));
  await sender.send({ id: "the-answer", name: "answer" });

  const { engine } = await bench.startEngine((c) => [
    c.createFunction({ id: "asks", triggers: { event: "first" } }, async ({ step }) => {
      const one = await step.waitForEvent("one", { event: "answer", timeout: "1h" });
      const two = await step.waitForEvent("two", { event: "answer", timeout: "1s" });
      return [one?.id ?? null, two?.id ?? null];
    }),
    c.createFunction({ id: "busy", triggers: { event: "between" } }, async () => undefined),
  ]);

  const output = await until("its end", async () => {
    const { items } = await engine.listRuns({ functionId: "app-asks", limit: 1 });
    const [run] = items;
    return run?.state === "completed" ? (await engine.getRun(run.id))?.output : null;
  });
  expect(output).toEqual(["the-answer", null]);
});
