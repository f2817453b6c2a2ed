import { columnList } from "@besunny/sql/rows/row-shape";
import { statement } from "@besunny/sql/rows/statement";
import type { Sql } from "./database";
import { eventColumns, eventFromRow, type StoredEvent } from "./stored-event";

/** The events with these ids, in their order; those that are gone are left out. */
export async function readEventsById(sql: Sql, ids: string[]): Promise<StoredEvent[]> {
  return (await sql.rows(findEvents, [ids])).map(eventFromRow);
}

const findEvents = statement(
  `select ${columnList(eventColumns, "e")}
     from unnest($1::text[]) with ordinality as given(id, place) join event e on e.id = given.id order by place`,
  eventColumns,
);

/** Keeps an event that the engine itself makes. */
export async function keepEvent(sql: Sql, event: StoredEvent): Promise<void> {
  await sql.rows(insertEvent, [event.id, event.name, JSON.stringify(event.data), event.ts]);
}

const insertEvent = statement("insert into event (id, name, data, ts) values ($1, $2, $3, $4)");
