/** A page of a list; `nextCursor` is null on the last one. */
export type Page<Item> = { items: Item[]; nextCursor: string | null };

/** Says that a text is no cursor of this list. */
export class ForeignCursor extends Error {
  override readonly name = "ForeignCursor";
}

type Cursor = string | null | undefined;

/** Returns a cursor: the list's name and the keys of the page's last row. Callers treat it as opaque. */
export function encodeCursor(list: string, keys: readonly string[]): string {
  return Buffer.from(JSON.stringify([list, ...keys])).toString("base64url");
}

/**
 * Returns the position after which a list by time goes on, or null at its beginning. Throws `ForeignCursor` for a cursor that this list
 * did not return.
 */
export function afterTime(cursor: Cursor, list: string): { at: Date; id: string } | null {
  if (!cursor) return null;
  const [time = "", id = ""] = keysOf(cursor, list, 2);
  return isInstant(time) && isId(id) ? { at: new Date(time), id } : refuse();
}

/** Returns the same for a list by its ids. */
export function afterId(cursor: Cursor, list: string): string | null {
  if (!cursor) return null;
  const [id = ""] = keysOf(cursor, list, 1);
  return isId(id) ? id : refuse();
}

/** Returns the same for a list by a whole number, such as a count. */
export function afterNumber(cursor: Cursor, list: string): { number: number; id: string } | null {
  if (!cursor) return null;
  const [number = "", id = ""] = keysOf(cursor, list, 2);
  return /^\d{1,9}$/.test(number) && isId(id) ? { number: Number(number), id } : refuse();
}

/** Returns the same for a list by any key; `read` returns undefined for a text that is none of its keys. */
export function afterKey<Key>(
  cursor: Cursor,
  list: string,
  read: (text: string) => Key | undefined,
): { key: Key; id: string } | null {
  if (!cursor) return null;
  const [text = "", id = ""] = keysOf(cursor, list, 2);
  const key = read(text);
  return key !== undefined && isId(id) ? { key, id } : refuse();
}

/** Cuts rows fetched with `limit + 1` into a page. `keyOf` returns the keys that `after...` of the same list reads. */
export function toPage<Row>(
  rows: readonly Row[],
  { limit, list, keyOf }: { limit: number; list: string; keyOf: (row: Row) => readonly string[] },
): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor: rows.length > limit && last ? encodeCursor(list, keyOf(last)) : null,
  };
}

function keysOf(cursor: string, list: string, count: number): string[] {
  const [of, ...keys] = decoded(cursor);
  const isOurs = of === list && keys.length === count && keys.every(isText);
  return isOurs ? keys.filter(isText) : refuse();
}

function decoded(cursor: string): unknown[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    return Array.isArray(values) ? values : [];
  } catch {
    return [];
  }
}

function refuse(): never {
  throw new ForeignCursor("The cursor is not one of this list");
}

/** Returns true if PostgreSQL can store the text: no U+0000 and no half of a surrogate pair. */
function isText(value: unknown): value is string {
  return typeof value === "string" && value.isWellFormed() && !value.includes("\0");
}

const isId = (id: string) => /^[a-z]+_\w+$/.test(id);
const isInstant = (time: string) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(time) && !Number.isNaN(Date.parse(time));
