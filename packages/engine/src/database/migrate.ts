import { runMigrations } from "graphile-worker";
import { Client, escapeIdentifier, Pool } from "pg";

import { routinesSql } from "./routines";
import { withSettings } from "./session-settings";
import { tablesSql } from "./tables";

/**
 * Makes or updates the engine's two schemas (`engine` and `engine_queue` unless told otherwise). Run it as a role that may create
 * schemas. With `grantTo`, that role is given both schemas and everything in them to own, and needs no other right to run the
 * engine. Safe to run again and from several processes at once.
 */
export async function migrateEngine(options: {
  connectionString: string;
  schema?: string;
  grantTo?: string;
}): Promise<void> {
  const schema = options.schema ?? "engine";
  const queue = `${schema}_queue`;
  const client = new Client(withSettings(options.connectionString, {}));
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtextextended($1, 0))", [`migrate:${schema}`]);
    await client.query(`create schema if not exists ${escapeIdentifier(schema)}`);
    await migrateQueue(options.connectionString, queue);
    await client.query(tablesSql(escapeIdentifier(schema), schema));
    await client.query(routinesSql(escapeIdentifier(schema), escapeIdentifier(queue)));
    if (options.grantTo) {
      await client.query(giveSql(schema, options.grantTo));
      await client.query(giveSql(queue, options.grantTo));
    }
  } finally {
    await client.end();
  }
}

async function migrateQueue(connectionString: string, schema: string): Promise<void> {
  const pgPool = new Pool({ ...withSettings(connectionString, {}), max: 2 });
  pgPool.on("error", () => undefined);
  pgPool.on("connect", (client) => client.on("error", () => undefined));
  try {
    await runMigrations({ pgPool, schema });
  } finally {
    await pgPool.end();
  }
}

// Owning rather than being granted, because graphile-worker's tables carry row-level security without policies: only an owner passes.
function giveSql(schema: string, role: string): string {
  const owner = escapeIdentifier(role);
  return /* sql */ `
do $give$
declare thing record;
begin
  execute format('alter schema %I owner to ${owner}', '${schema}');
  for thing in
    select format('alter table %s owner to ${owner}', c.oid::regclass) as statement
      from pg_class c
     where c.relnamespace = '${schema}'::regnamespace and c.relkind in ('r', 'v', 'p')
    union all
    select format('alter sequence %s owner to ${owner}', c.oid::regclass)
      from pg_class c
     where c.relnamespace = '${schema}'::regnamespace and c.relkind = 'S'
       and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i'))
    union all
    select format('alter routine %s owner to ${owner}', p.oid::regprocedure)
      from pg_proc p where p.pronamespace = '${schema}'::regnamespace
    union all
    select format('alter type %s owner to ${owner}', t.oid::regtype)
      from pg_type t join pg_class c on c.oid = t.typrelid
     where t.typnamespace = '${schema}'::regnamespace and c.relkind = 'c'
  loop
    execute thing.statement;
  end loop;
end
$give$;`;
}
