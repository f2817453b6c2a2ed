import { afterNumber, encodeCursor, type Page } from "@besunny/db/cursor";
import { z } from "zod";
import { cursorInput } from "../../cursor-input";

/** The input of a list whose pages are counted, because rows without a day have no place in time. */
export const offsetPaging = {
  cursor: cursorInput,
  limit: z.number().int().min(1).max(200).default(50),
};

/** Returns a page of a list: `read` returns rows from an offset, one more than asked for if there are more. */
export async function offsetPage<Item>(
  { cursor, limit, list }: { cursor?: string | null | undefined; limit: number; list: string },
  read: (range: { limit: number; offset: number }) => Promise<Item[]>,
): Promise<Page<Item>> {
  const offset = afterNumber(cursor, list)?.number ?? 0;
  const rows = await read({ limit: limit + 1, offset });
  const isMore = rows.length > limit;
  return {
    items: rows.slice(0, limit),
    nextCursor: isMore ? encodeCursor(list, [String(offset + limit), "pos_n"]) : null,
  };
}
