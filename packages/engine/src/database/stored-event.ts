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

export type EventRow = {
  id: string;
  name: string;
  data: Record<string, unknown>;
  user: unknown;
  v: string | null;
  ts: number | string;
};
