import { bigint, json, jsonObject, nullable, text } from "@besunny/sql/rows/column";
import type { RowOf } from "@besunny/sql/rows/row-shape";
import { v7 as newId } from "uuid";

/** An event as functions see it. `ts` in milliseconds since 1970. */
export type StoredEvent = {
  id: string;
  name: string;
  data: Record<string, unknown>;
  ts: number;
  user?: unknown;
  v?: string;
};

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

/** The columns of an event. */
export const eventColumns = {
  id: text,
  name: text,
  data: jsonObject,
  user: nullable(json),
  v: nullable(text),
  ts: bigint,
};

/** `ts` is a number where the row comes as JSON. */
export type EventRow = Omit<RowOf<typeof eventColumns>, "ts"> & { ts: number | string };
