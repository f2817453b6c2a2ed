import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { aBench, pause, runIn, until } from "./harness";
import { startPostgres, type TestPostgres } from "./postgres";

let postgres: TestPostgres;
let bench: Awaited<ReturnType<typeof aBench>>;
let folder: string;
let ledger: string;
const workers: ChildProcess[] = [];

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres?.stop());
beforeEach(async () => {
  bench = await aBench(postgres);
  folder = mkdtempSync(join(tmpdir(), "engine-ledger-"));
  ledger = join(folder, "ledger");
  writeFileSync(ledger, "");
}, 60_000);
afterEach(async () => {
  for (const worker of workers.splice(0)) worker.kill("SIGKILL");
  await bench?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const noted = () => readFileSync(ledger, "utf8").split("\n").filter(Boolean);

async function aWorker(name: string, leaseSeconds = 6): Promise<ChildProcess> {
  const file = join(import.meta.dirname, "worker-process.ts");
  const args = ["--import", "tsx", file, bench.runtimeUrl, ledger, name, String(leaseSeconds)];
  const worker = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  workers.push(worker);
  await until(`the worker ${name} to start`, () => noted().includes(`${name} started`));
  return worker;
}

describe("a run", { timeout: 90_000 }, () => {
  it("goes on in another process when its worker is killed, and repeats no finished step", async () => {
    const { engine, client } = bench.anEngine();
    const first = await aWorker("first");
    await client.send({ name: "work", data: { milliseconds: 1500 } });
    await until("step two", () => noted().includes("first begins two"));
    first.kill("SIGKILL");
    await aWorker("second");
    await until("the second worker to take over", () => noted().includes("second begins two"));
    const run = await runIn(engine, "app-work", "completed");
    expect(run.output).toEqual(["one by first", "two by second", "three by second"]);
    expect(noted().filter((line) => line.endsWith("begins one"))).toHaveLength(1);
    expect(noted().filter((line) => line.endsWith("ends two"))).toEqual(["second ends two"]);
  });

  it("refuses what a stalled worker brings after another took over", async () => {
    const { engine, client } = bench.anEngine();
    const first = await aWorker("first", 1.5);
    await client.send({ name: "work", data: { milliseconds: 800 } });
    await until("step two", () => noted().includes("first begins two"));
    first.kill("SIGSTOP");
    await aWorker("second", 1.5);
    await until("the second worker to take over", () => noted().includes("second begins two"));
    first.kill("SIGCONT");
    const run = await runIn(engine, "app-work", "completed");
    await until("the stalled worker to finish its step", () => noted().includes("first ends two"));
    expect(run.output).toEqual(["one by first", "two by second", "three by second"]);
    expect(noted()).not.toContain("first begins three");
  });

  it("keeps the first result of a step, whatever comes after it", async () => {
    const { engine, client } = await bench.startEngine((client) => [
      client.createFunction({ id: "long", triggers: { event: "go" } }, async ({ step }) => {
        await step.run("begin", () => "begun");
        await step.sleep("nap", "1h");
      }),
    ]);
    await client.send({ name: "go" });
    const { id } = await runIn(engine, "app-long", "sleeping");
    const [row] = await bench.owner("select generation from engine.run");
    const keep = (data: string) =>
      engine.fetch(`http://embedded.invalid/v1/checkpoint/${id}/async`, {
        method: "POST",
        body: JSON.stringify({
          generation_id: row && typeof row === "object" && "generation" in row && row.generation,
          steps: [{ id: "a".repeat(40), op: "StepRun", displayName: "again", data }],
        }),
      });
    expect((await keep("first")).status).toBe(200);
    expect((await keep("second")).status).toBe(200);
    const step = (await engine.getRun(id))?.steps.find(({ name }) => name === "again");
    expect(step?.output).toBe("first");
  });

  it("is handed back at once when its worker is told to stop", async () => {
    const { engine, client } = bench.anEngine();
    const first = await aWorker("first", 3600);
    await client.send({ name: "work", data: { milliseconds: 600 } });
    await until("step one to end", () => noted().includes("first ends one"));
    first.kill("SIGTERM");
    await aWorker("second", 3600);
    const run = await runIn(engine, "app-work", "completed");
    expect(run.output).toEqual(["one by first", "two by second", "three by second"]);
    expect(noted().filter((line) => line.endsWith("ends one"))).toHaveLength(1);
  });

  it("survives PostgreSQL being restarted under it, and so does its worker", async () => {
    const ran: string[] = [];
    const { engine, client } = await bench.startEngine(
      (client) => [
        client.createFunction(
          { id: "tough", triggers: { event: "go" } },
          async ({ step, event }) => {
            const n = event.data.n;
            for (const part of ["a", "b", "c"]) {
              await step.run(part, async () => {
                await pause(100);
                ran.push(`${n}${part}`);
              });
            }
            return n;
          },
        ),
      ],
      { leaseSeconds: 2 },
    );
    await client.send(Array.from({ length: 12 }, (_, n) => ({ name: "go", data: { n } })));
    await until("some steps", () => ran.length >= 5);
    await postgres.restart();
    const ended = await until(
      "all runs to end",
      async () => {
        const list = await engine.listRuns({ states: ["completed"], limit: 50 }).catch(() => null);
        return list?.items.length === 12 && list.items;
      },
      45_000,
    );
    const outputs = await Promise.all(
      ended.map(async ({ id }) => (await engine.getRun(id))?.output),
    );
    expect(outputs.toSorted((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 12 }, (_, n) => n),
    );
  });

  it("that kills every worker is set aside, and the rest goes on", async () => {
    const { engine, client } = await bench.startEngine(
      (client) => [
        client.createFunction({ id: "poison", triggers: { event: "go" } }, ({ step }) =>
          step.run("forever", () => pause(3_000_000)),
        ),
        client.createFunction({ id: "well", triggers: { event: "ok" } }, async () => "well"),
      ],
      { leaseSeconds: 1 },
    );
    await client.send({ name: "go" });
    const run = await runIn(engine, "app-poison", "running");
    await until("the run to be set aside", async () => {
      await bench.owner("update engine.run set takeovers = 9");
      await bench.owner(
        "update engine_queue._private_jobs set locked_by = 'gone', locked_at = now() - interval '1 hour'",
      );
      await pause(500);
      return (await engine.getRun(run.id))?.state === "failed";
    });
    await client.send({ name: "ok" });
    await runIn(engine, "app-well", "completed");
    expect((await engine.getRun(run.id))?.error?.name).toBe("WorkerLost");
  });
});

describe("an event", { timeout: 60_000 }, () => {
  it("that was acknowledged before any function was known begins its run once one is", async () => {
    const { client } = bench.anEngine();
    await client.send({ name: "work", data: { early: true } });
    const { engine } = await bench.startEngine((client) => [
      client.createFunction(
        { id: "work", triggers: { event: "work" } },
        async ({ event }) => event.data,
      ),
    ]);
    expect((await runIn(engine, "app-work", "completed")).output).toEqual({ early: true });
  });

  it("sent twice with one id begins one run", async () => {
    const { engine, client } = await bench.startEngine((client) => [
      client.createFunction({ id: "once", triggers: { event: "go" } }, async () => "done"),
    ]);
    await Promise.all([1, 2, 3].map(() => client.send({ id: "same", name: "go" })));
    await client.send([
      { id: "same", name: "go" },
      { id: "other", name: "go" },
    ]);
    await until(
      "both runs",
      async () => (await engine.listRuns({ states: ["completed"], limit: 10 })).items.length >= 2,
    );
    expect((await engine.listRuns({ limit: 10 })).items).toHaveLength(2);
  });
});
