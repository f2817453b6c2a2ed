import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runMigrations } from "graphile-worker";
import { serve } from "inngest/edge";
import { Client, Pool } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { migrateEngine } from "../src/database/migrate";
import { createEngine } from "../src/engine";
import { clientOf, runIn } from "./harness";
import { startPostgres, type TestPostgres } from "./postgres";

const directory = join(import.meta.dirname, "../migrations");
const shipped = readdirSync(directory)
  .toSorted()
  .map((file) => file.replace(".sql", ""));

let postgres: TestPostgres;
let ownerUrl: string;
let runtimeUrl: string;
let runtimeRole: string;

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres?.stop());
beforeEach(async () => {
  ({ ownerUrl, runtimeUrl, runtimeRole } = await postgres.database());
}, 60_000);

async function sql(statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const result = await client.query(statement);
    return Array.isArray(result) ? [] : result.rows;
  } finally {
    await client.end();
  }
}

/** The schemas as releases made them that kept no record of migrations. */
async function anUnrecordedSchema() {
  const pgPool = new Pool({ connectionString: ownerUrl, max: 1 });
  pgPool.on("error", () => undefined);
  pgPool.on("connect", (client) => client.on("error", () => undefined));
  await runMigrations({ pgPool, schema: "engine_queue" });
  await pgPool.end();
  await sql("create schema engine");
  for (const name of ["0001_tables", "0002_routines"])
    await sql(readFileSync(join(directory, `${name}.sql`), "utf8"));
}

const recorded = () =>
  sql(
    "select migration_name as name from engine.migration where finished_at is not null order by 1",
  );

const migrate = () => migrateEngine({ connectionString: ownerUrl, grantTo: runtimeRole });

describe("the engine's schema", { timeout: 60_000 }, () => {
  it("is made by the shipped migrations, each recorded once however often it is asked for", async () => {
    expect(await migrate()).toEqual(shipped);
    expect(await migrate()).toEqual([]);
    expect(await recorded()).toEqual(shipped.map((name) => ({ name })));
  });

  it("is made once by several workers that start together", async () => {
    const applied = await Promise.all([migrate(), migrate(), migrate()]);
    expect(applied.flat()).toEqual(shipped);
  });

  it("is adopted with all its rows where an earlier release made it without a record", async () => {
    await anUnrecordedSchema();
    await sql(`insert into engine.event (id, name, data, ts) values ('e', 'go', '{"n": 1}', 1)`);
    await sql(
      `insert into engine.run (id, function_id, event_id, state) values ('r', 'app-old', 'e', 'completed')`,
    );

    expect(await migrate()).toEqual(shipped);

    expect(await sql("select id, data from engine.event")).toEqual([{ id: "e", data: { n: 1 } }]);
    expect(await sql("select id, state from engine.run")).toEqual([
      { id: "r", state: "completed" },
    ]);
  });

  it("ends the waits for a function that refused its run in an earlier release, and no other", async () => {
    await anUnrecordedSchema();
    await sql(
      `insert into engine.event (id, name, data, ts) values ('e', 'go', '{}', 1);
       insert into engine.run (id, function_id, event_id, state, parent_run_id, parent_step_id)
         values ('r', 'app-old', 'e', 'sleeping', null, null), ('child', 'app-old', 'e', 'sleeping', 'r', 'begun');
       insert into engine.step (run_id, id, name, op, state)
         values ('r', 'refused', 'call', 'InvokeFunction', 'invoked'), ('r', 'begun', 'call', 'InvokeFunction', 'invoked'),
                ('r', 'nap', 'nap', 'Sleep', 'sleeping');
       select engine_queue.add_job('function:app-old', '{}'::json, job_key := 'w:r:' || id, run_at := now() + interval '366 days')
         from engine.step`,
    );

    await migrate();

    expect(
      await sql("select key from engine_queue._private_jobs where run_at <= now() order by key"),
    ).toEqual([{ key: "w:r:refused" }]);
  });

  it("is brought up to date from a release that had fewer columns and lanes by function", async () => {
    await anUnrecordedSchema();
    await sql(
      `drop function engine.obstacle(engine.lane);
       alter table engine.run drop column fingerprint, drop column singleton, drop column tenant cascade;
       alter table engine.step drop column signal, drop column child_run_id;
       alter table engine.process drop column beat;
       alter table engine.lane add column served bigint`,
    );

    await migrate();

    const engine = createEngine({ connectionString: runtimeUrl });
    const client = clientOf(engine);
    const limited = client.createFunction(
      { id: "limited", triggers: { event: "go" }, concurrency: { limit: 1 } },
      async ({ step }) => step.run("say", () => "done"),
    );
    await engine.start(serve({ client, functions: [limited] }));
    await client.send({ name: "go" });
    expect((await runIn(engine, "app-limited", "completed")).output).toBe("done");
    await engine.stop({ graceSeconds: 1 });
  });

  it("belongs to the role that runs the engine, the record of migrations too", async () => {
    await migrate();
    const owners = await sql(
      `select distinct r.rolname as name from pg_class c join pg_roles r on r.oid = c.relowner
        where c.relnamespace in ('engine'::regnamespace, 'engine_queue'::regnamespace) and c.relkind in ('r', 'S', 'v')`,
    );
    expect(owners).toEqual([{ name: runtimeRole }]);
  });
});
