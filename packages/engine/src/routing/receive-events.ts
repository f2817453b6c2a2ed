import { boolean, text } from "@besunny/sql/rows/column";
import { statement } from "@besunny/sql/rows/statement";
import type { Transaction } from "../database/database";
import { lockEventNames } from "../database/lock-event-names";
import type { StoredEvent } from "../database/stored-event";
import type { Queue } from "../queue/queue";
import { routeEvents } from "./route-events";

/**
 * Keeps the events and does all they cause, in the caller's transaction: runs begin, waits end, runs are cancelled. An event whose
 * id is known already causes nothing. While no function was ever registered, events are only kept; see `startKeptEventsRouter`.
 */
export async function receiveEvents(
  tx: Transaction,
  queue: Queue,
  events: StoredEvent[],
): Promise<void> {
  await lockEventNames(
    tx,
    events.map(({ name }) => name),
    "shared",
  );
  const inserted = await tx.rows(insertEvents, [JSON.stringify(events)]);
  const fresh = new Set(inserted.filter(({ routed }) => routed).map(({ id }) => id));
  await routeEvents(
    tx,
    queue,
    events.filter(({ id }) => fresh.delete(id)),
  );
}

const insertEvents = statement(
  `insert into event (id, name, data, "user", v, ts, routed)
   select e.id, e.name, e.data, e."user", e.v, e.ts, exists (select 1 from function)
     from jsonb_to_recordset($1) as e(id text, name text, data jsonb, "user" jsonb, v text, ts bigint)
   on conflict (id) do nothing returning id, routed`,
  { id: text, routed: boolean },
);
