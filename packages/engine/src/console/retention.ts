import { text } from "@besunny/sql/rows/column";
import { statement } from "@besunny/sql/rows/statement";
import type { Database } from "../database/database";
import type { Queue } from "../queue/queue";
import { cancelRuns } from "../runs/cancel";

const BATCH = 500;

/** Removes what ended before, and the events that nothing needs. In small transactions, so that live work is not held up. */
export async function removeOld(
  database: Database,
  before: { runsEndedBefore: Date; eventsBefore: Date },
): Promise<{ runs: number; events: number }> {
  const runs = await inBatches(() => database.rows(removeEnded, [before.runsEndedBefore]));
  const events = await inBatches(() => database.rows(removeOldEvents, [before.eventsBefore]));
  return { runs, events };
}

/** Removes events, the runs that they began and all that these kept. Unfinished runs are cancelled first, except those of a whole batch. */
export async function forgetRuns(
  database: Database,
  queue: Queue,
  match: { data: Record<string, unknown>; exceptRunId?: string },
): Promise<number> {
  const data = JSON.stringify(match.data);
  const forgotten = await inBatches(async () => {
    const runs = await database.rows(findAbout, [data, match.exceptRunId ?? null]);
    const ids = runs.map(({ id }) => id);
    await database.transaction((tx) => cancelRuns(tx, queue, ids));
    return database.rows(removeRuns, [ids]);
  });
  await inBatches(() => database.rows(removeEventsAbout, [data]));
  return forgotten;
}

/** Of events that hold the data, and of the engine's own that are about one that does. */
const about = `(e.data @> $1 or e.data @> jsonb_build_object('event', jsonb_build_object('data', $1::jsonb)))`;

const removeEnded = statement(
  `delete from run where id in (select id from run where finished_at < $1 limit ${BATCH}) returning 1`,
);
const findAbout = statement(
  `with matching as (select e.id from event e where ${about})
   select r.id from run r
    where ($2::text is null or r.id <> $2)
      and (r.event_id in (select id from matching) and r.batch is null
           or r.batch && array(select id from matching) and r.state in ('completed', 'failed', 'cancelled'))
    limit ${BATCH}`,
  { id: text },
);
const removeRuns = statement("delete from run where id = any($1) returning 1");
const removeOldEvents = removalOfEvents("e.received_at < $1");
const removeEventsAbout = removalOfEvents(about);

function removalOfEvents(condition: string) {
  return statement(
    `delete from event where id in (
       select e.id from event e
        where ${condition} and e.routed
          and not exists (select 1 from run r where r.event_id = e.id)
          and not exists (select 1 from run r where r.batch @> array[e.id])
          and not exists (select 1 from pending p where e.id = any(p.event_ids))
        limit ${BATCH}
     ) returning 1`,
  );
}

async function inBatches(remove: () => Promise<unknown[]>): Promise<number> {
  let removed = 0;
  for (;;) {
    const { length } = await remove();
    removed += length;
    if (length < BATCH) return removed;
  }
}
