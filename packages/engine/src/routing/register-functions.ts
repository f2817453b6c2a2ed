import { text } from "@besunny/sql/rows/column";
import { statement } from "@besunny/sql/rows/statement";
import type { Database, Transaction } from "../database/database";
import type { FunctionConfig } from "../functions/function-config";
import type { Queue } from "../queue/queue";
import { scheduleCrons } from "../runs/cron";

/**
 * Writes the functions, their triggers and their crons. Functions of the same app that no living worker serves any more begin
 * nothing new; their unfinished runs wait for a worker that knows them.
 */
export async function registerFunctions(
  database: Database,
  queue: Queue,
  functions: FunctionConfig[],
) {
  await database.transaction(async (tx) => {
    await tx.rows(lockRegistration);
    for (const config of functions) {
      await tx.rows(putFunction, [config.id, JSON.stringify(config)]);
      await tx.rows(deleteTriggers, [[config.id]]);
      await tx.rows(insertTriggers, [config.id, JSON.stringify(triggersOf(config))]);
      await scheduleCrons(tx, queue, config);
    }
    await retire(tx, functions);
  });
}

async function retire(tx: Transaction, served: FunctionConfig[]) {
  const retired = await tx.rows(retireUnserved, [
    [...new Set(served.map(({ app }) => app))],
    served.map(({ id }) => id),
  ]);
  const ids = retired.map(({ id }) => id);
  await tx.rows(deleteTriggers, [ids]);
  await tx.rows(disarmCrons, [ids]);
}

function triggersOf({ triggers, cancel }: FunctionConfig) {
  return [
    ...triggers.map((trigger, position) => ({ kind: "start", position, ...trigger })),
    ...cancel.map((trigger, position) => ({ kind: "cancel", position, ...trigger })),
  ];
}

const lockRegistration = statement(
  "select pg_advisory_xact_lock(hashtextextended('engine.register', 0))",
);
const putFunction = statement(
  `insert into function (id, config) values ($1, $2)
   on conflict (id) do update set config = excluded.config, retired = false, registered_at = now()`,
);
const deleteTriggers = statement("delete from trigger where function_id = any($1)");
const insertTriggers = statement(
  `insert into trigger (function_id, kind, position, event, expression, within_seconds)
   select $1, t.kind, t.position, t.event, t.expression, t."withinSeconds"
     from json_to_recordset($2) as t(kind text, position int, event text, expression text, "withinSeconds" float8)`,
);
const retireUnserved = statement(
  `update function f set retired = true
    where not f.retired and f.config ->> 'app' = any($1) and not (f.id = any($2))
      and not exists (select 1 from process p where f.id = any(p.functions)) returning id`,
  { id: text },
);
const disarmCrons = statement(
  `delete from engine_queue._private_jobs j
    where exists (select 1 from unnest($1::text[]) as gone(id) where starts_with(j.key, 'c:' || gone.id || ':'))`,
);
