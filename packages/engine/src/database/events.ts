import { v7 as newId, v5 as uuidFrom } from "uuid";
import { z } from "zod";

import type { Sql } from "./database";

/** An event as functions see it. `ts` in milliseconds since 1970. */
export type StoredEvent = {
  id: string;
  name: string;
  data: Record<string, unknown>;
  ts: number;
  user?: unknown;
  v?: string;
};

const SentEvent = z.looseObject({
  id: z.string().nullish(),
  name: z.string().min(1),
  data: z.record(z.string(), z.unknown()).nullish(),
  ts: z.number().nullish(),
  user: z.unknown().optional(),
  v: z.string().nullish(),
});

const namespace = "6e3b2c8e-51a5-4c7e-9a54-0b1d1d2f6c11";

/**
 * Reads what the SDK sends: one event or a list. Events without an id get one from `seed` (the header
 * `x-inngest-event-id-seed`) and their place, so that a repeated request gives the same ids.
 */
export function readEvents(body: unknown, seed: string | null): StoredEvent[] {
  const sent = z.array(SentEvent).parse(Array.isArray(body) ? body : [body]);
  return sent.map((event, index) => ({
    id: event.id || (seed ? uuidFrom(`${seed}:${index}`, namespace) : newId()),
    name: event.name,
    data: event.data ?? {},
    ts: event.ts || Date.now(),
    ...(event.user === undefined || event.user === null ? {} : { user: event.user }),
    ...(event.v ? { v: event.v } : {}),
  }));
}

export function internalEvent(
  name: string,
  data: Record<string, unknown>,
  id = newId(),
): StoredEvent {
  return { id, name, data, ts: Date.now() };
}

/** An event from its row. `row` is `to_jsonb(event)`. */
export function eventFromRow(row: EventRow): StoredEvent {
  return {
    id: row.id,
    name: row.name,
    data: row.data,
    ts: Number(row.ts),
    ...(row.user === null ? {} : { user: row.user }),
    ...(row.v === null ? {} : { v: row.v }),
  };
}

export type EventRow = {
  id: string;
  name: string;
  data: Record<string, unknown>;
  user: unknown;
  v: string | null;
  ts: number | string;
};

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
