import { inUtc } from "@besunny/sql/in-utc";
import { type Statement, statement } from "@besunny/sql/rows/statement";
import { type ClientBase, Pool, type PoolClient } from "pg";

import type { Log } from "../log";
import type { StoredEvent } from "./stored-event";

/** Runs statements on the pool, or in one transaction of it. Unqualified names are the engine's own tables. */
export type Sql = {
  /** Runs a declared statement. Throws `TypeError` when a row does not fit its declaration. */
  rows<Row>(statement: Statement<Row>, values?: unknown[]): Promise<Row[]>;
};

/**
 * After the commit, `admit` runs for each limit named here ('' is for jobs newly parked); events in
 * `raised` are kept just before. `tenantField` is the field of events that names the tenant.
 */
export type Transaction = Sql & {
  admit: Set<string>;
  raised: StoredEvent[];
  tenantField: string | null;
};

export type Database = Sql & {
  pool: Pool;
  transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  end(): Promise<void>;
};

/** At most ten connections, made on demand; a lost one is replaced by the next statement. */
export function openDatabase(options: {
  connectionString: string;
  tenantField: string | null;
  log: Log;
  keepRaised: (tx: Transaction, events: StoredEvent[]) => Promise<void>;
}): Database {
  const { connectionString, tenantField, log, keepRaised } = options;
  const pool = new Pool({
    connectionString: inUtc(connectionString, { search_path: "engine" }),
    max: 10,
    application_name: "durable-engine",
    connectionTimeoutMillis: 10_000,
  });
  pool.on("error", (error) => log.warn("an idle database connection was lost", { error }));
  // graphile-worker looks for a listener on every connection, and without one a lost connection would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));

  const database: Database = {
    pool,
    ...sqlOn(pool),
    async transaction(work) {
      for (let tries = 1; ; tries++) {
        const admit = new Set<string>();
        try {
          const result = await inTransaction(pool, async (sql) => {
            const tx: Transaction = { ...sql, admit, raised: [], tenantField };
            const done = await work(tx);
            while (tx.raised.length > 0) await keepRaised(tx, tx.raised.splice(0));
            return done;
          });
          if (admit.size > 0) {
            await database.rows(admitFreed, [[...admit]]);
          }
          return result;
        } catch (error) {
          if (tries >= 5 || !isCollision(error)) throw error;
        }
      }
    },
    end: () => pool.end(),
  };
  return database;
}

const admitFreed = statement("select admit(freed) from unnest($1::text[]) as freed");

/** Runs declared statements on one connection. */
export function sqlOn(connection: Pick<ClientBase, "query">): Sql {
  return {
    async rows({ text, read }, values) {
      return (await connection.query(text, values)).rows.map(read);
    },
  };
}

async function inTransaction<Result>(pool: Pool, work: (sql: Sql) => Promise<Result>) {
  const client: PoolClient = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("begin");
    const result = await work(sqlOn(client));
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Deadlock or serialisation failure: nothing was written, the same work may be done again. */
function isCollision(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "40P01" || code === "40001";
}
