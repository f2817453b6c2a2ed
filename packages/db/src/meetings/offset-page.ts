import { afterNumber, encodeCursor, type Page } from "../cursor";

/** The page of a list that a caller asks for. */
export type Wanted = { limit: number; cursor?: string | null | undefined };

/** Returns a page of a list whose rows are counted, because those without a day have no place in time. `read` returns rows from an offset. */
export async function offsetPage<Item>(
  list: string,
  { limit, cursor }: Wanted,
  read: (range: { limit: number; offset: number }) => Promise<Item[]>,
): Promise<Page<Item>> {
  const offset = afterNumber(cursor, list)?.number ?? 0;
  const rows = await read({ limit: limit + 1, offset });
  const isMore = rows.length > limit;
  return {
    items: rows.slice(0, limit),
    nextCursor: isMore ? encodeCursor(list, [String(offset + limit), "row_n"]) : null,
  };
}
