import type { Sql } from "./database";
import { type EventRow, eventFromRow, type StoredEvent } from "./stored-event";

/** The events with these ids, in their order; those that are gone are left out. */
export async function readEventsById(sql: Sql, ids: string[]): Promise<StoredEvent[]> {
  const rows = await sql.rows<EventRow>(
    `select e.* from unnest($1::text[]) with ordinality as given(id, place) join event e on e.id = given.id order by place`,
    [ids],
  );
  return rows.map(eventFromRow);
}

/** Keeps an event that the engine itself makes. */
export async function keepEvent(sql: Sql, event: StoredEvent): Promise<void> {
  await sql.rows("insert into event (id, name, data, ts) values ($1, $2, $3, $4)", [
    event.id,
    event.name,
    JSON.stringify(event.data),
    event.ts,
  ]);
}
