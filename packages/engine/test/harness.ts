import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/edge";
import { Client as PgClient } from "pg";
import type { RunDetail } from "../src/console/console-types";
import type { RunState } from "../src/console/run-states";
import { migrateEngine } from "../src/database/migrate";
import { createEngine, type Engine, type EngineOptions } from "../src/engine";
import type { TestPostgres } from "./postgres";

export type Client = ReturnType<typeof clientOf>;

/** A migrated database, and engines on it as the role that owns nothing but the engine's schemas. */
export async function aBench(postgres: TestPostgres) {
  const { ownerUrl, runtimeUrl, runtimeRole } = await postgres.database();
  await migrateEngine({ connectionString: ownerUrl, grantTo: runtimeRole });
  const engines: Engine[] = [];

  return {
    ownerUrl,
    runtimeUrl,
    async owner(statement: string): Promise<unknown[]> {
      const client = new PgClient({ connectionString: ownerUrl });
      await client.connect();
      try {
        return (await client.query(statement)).rows;
      } finally {
        await client.end();
      }
    },
    anEngine(options: Partial<EngineOptions> = {}): { engine: Engine; client: Client } {
      const engine = createEngine({
        connectionString: runtimeUrl,
        retryDelays: () => 20,
        ...options,
      });
      engines.push(engine);
      return { engine, client: clientOf(engine) };
    },
    async startEngine(
      functions: (client: Client) => InngestFunction.Any[],
      options: Partial<EngineOptions> = {},
    ): Promise<{ engine: Engine; client: Client }> {
      const made = this.anEngine(options);
      await made.engine.start(serve({ client: made.client, functions: functions(made.client) }));
      return made;
    },
    async stop() {
      await Promise.all(
        engines.map((engine) => engine.stop({ graceSeconds: 1 }).catch(() => undefined)),
      );
    },
  };
}

export function clientOf(engine: Pick<Engine, "fetch">, id = "app") {
  return clientAt("http://embedded.invalid/", id, engine.fetch);
}

/** A client of whatever answers at `baseUrl`. */
export function clientAt(baseUrl: string, id: string, fetchWith: typeof fetch = fetch) {
  return new Inngest({
    id,
    isDev: true,
    baseUrl,
    fetch: fetchWith,
    logger: { info: silent, warn: silent, error: silent, debug: silent },
  });
}

function silent() {}

/** Asks again until the answer is there; fails after 15 s, or what is given, saying what was waited for. */
export async function until<Value>(
  what: string,
  ask: () => Value | Promise<Value>,
  milliseconds = 15_000,
): Promise<Exclude<Value, false | null | undefined>> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const value = await ask();
    if (isThere(value)) return value;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}`);
    await pause(15);
  }
}

function isThere<Value>(value: Value): value is Exclude<Value, false | null | undefined> {
  return value !== false && value !== null && value !== undefined;
}

export const pause = (milliseconds: number) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The only run of a function, once it is in the state. */
export async function runIn(
  engine: Engine,
  functionId: string,
  state: RunState,
): Promise<RunDetail> {
  const id = await until(`${functionId} to be ${state}`, async () => {
    const { items } = await engine.listRuns({ functionId, limit: 10 });
    const ended = items.find((run) => run.state === "failed" && state === "completed");
    if (ended) throw new Error(`${functionId} failed: ${JSON.stringify(ended.error)}`);
    return items.find((run) => run.state === state)?.id;
  });
  return until("its detail", () => engine.getRun(id));
}
