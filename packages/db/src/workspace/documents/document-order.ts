import { afterKey, type Page, toPage } from "../../cursor";
import type { Prisma } from "../../generated/client";
import type { Tx } from "../tx";
import { type Row, columns as rowColumns } from "./document-row";

type Where = Prisma.DocumentWhereInput;
type Order = Prisma.DocumentOrderByWithRelationInput;
type Direction = "asc" | "desc";
type Bound<Key> = Key | { lt: Key } | { gt: Key } | { lte: Key } | { gte: Key };

/** A column by which documents are ordered; documents without a value in it come last. */
type Column = {
  /** The key of a row as a cursor holds it; empty where there is none. */
  keyOf(row: Row): string;
  by(direction: Direction): Order;
  /** Returns the condition for the rows behind the row that a cursor names. */
  behind(cursor: string | undefined, list: string, direction: Direction): Where;
};

function column<Key>(given: {
  keyOf(row: Row): Key | null;
  write(key: Key): string;
  read(text: string): Key | undefined;
  where(is: Bound<Key>): Where;
  /** The condition for rows without a value; null if all have one. */
  without: Where | null;
  by(direction: Direction): Order;
}): Column {
  const { keyOf, write, read, where, without, by } = given;
  return {
    by,
    keyOf(row) {
      const key = keyOf(row);
      return key === null ? "" : write(key);
    },
    behind(cursor, list, direction) {
      const readKey = (text: string) => (text === "" && without ? null : read(text));
      const after = afterKey(cursor, list, readKey);
      if (!after) return {};
      const { key } = after;
      const isUp = direction === "asc";
      const id = isUp ? { gt: after.id } : { lt: after.id };
      if (key === null) return { AND: [without ?? {}, { id }] };
      const beyond = where(isUp ? { gt: key } : { lt: key });
      const same = { AND: [where(key), { id }] };
      // The bound on the key is redundant, but with it PostgreSQL starts in the index where the last page ended.
      return without
        ? { OR: [beyond, same, without] }
        : { AND: [where(isUp ? { gte: key } : { lte: key }), { OR: [beyond, same] }] };
    },
  };
}

const asText = { write: (key: string) => key, read: (text: string) => text };
const asNumber = {
  write: String,
  read: (text: string) => (/^\d{1,12}(\.\d{1,20})?$/.test(text) ? Number(text) : undefined),
};
const asTime = {
  write: (key: Date) => key.toISOString(),
  read: (text: string) =>
    /^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/.test(text) && !Number.isNaN(Date.parse(text))
      ? new Date(text)
      : undefined,
};
const last = (sort: Direction) => ({ sort, nulls: "last" as const });

const columns = {
  added: column<Date>({
    ...asTime,
    keyOf: (row) => row.createdAt,
    where: (createdAt) => ({ createdAt }),
    without: null,
    by: (createdAt) => ({ createdAt }),
  }),
  title: column<string>({
    ...asText,
    keyOf: (row) => row.title,
    where: (title) => ({ title }),
    without: null,
    by: (title) => ({ title }),
  }),
  type: column<string>({
    ...asText,
    keyOf: (row) => row.type,
    where: (type) => ({ type }),
    without: { type: null },
    by: (direction) => ({ type: last(direction) }),
  }),
  date: column<Date>({
    ...asTime,
    keyOf: (row) => row.datedOn,
    where: (datedOn) => ({ datedOn }),
    without: null,
    by: (datedOn) => ({ datedOn }),
  }),
  size: column<number>({
    ...asNumber,
    keyOf: (row) => Number(row.size),
    where: (size) => ({ size }),
    without: null,
    by: (size) => ({ size }),
  }),
  pages: column<number>({
    ...asNumber,
    keyOf: (row) => row.pageCount,
    where: (pageCount) => ({ pageCount }),
    without: null,
    by: (pageCount) => ({ pageCount }),
  }),
  confidence: column<number>({
    ...asNumber,
    keyOf: (row) => row.typeConfidence,
    where: (typeConfidence) => ({ typeConfidence }),
    without: { typeConfidence: null },
    by: (direction) => ({ typeConfidence: last(direction) }),
  }),
} satisfies Record<string, Column>;

const orders = {
  newest: ["added", "desc"],
  oldest: ["added", "asc"],
  title: ["title", "asc"],
  title_desc: ["title", "desc"],
  type: ["type", "asc"],
  type_desc: ["type", "desc"],
  date: ["date", "asc"],
  date_desc: ["date", "desc"],
  size: ["size", "asc"],
  size_desc: ["size", "desc"],
  pages: ["pages", "asc"],
  pages_desc: ["pages", "desc"],
  confidence: ["confidence", "asc"],
  confidence_desc: ["confidence", "desc"],
} satisfies Record<string, [keyof typeof columns, Direction]>;

export type DocumentOrder = keyof typeof orders;

/** Returns how a list in this order is read: its `orderBy`, the condition for the rows behind a cursor, and the keys of a row. */
export function ordered(order: DocumentOrder) {
  const [name, direction] = orders[order];
  const { by, keyOf, behind } = columns[name];
  const list = `documents/${order}`;
  return {
    list,
    orderBy: [by(direction), { id: direction }] satisfies Order[],
    behind: (cursor: string | undefined) => behind(cursor, list, direction),
    keysOf: (row: Row) => [keyOf(row), row.id],
  };
}

/** Reads a page of the documents of a `where` in one of the orders. */
export async function listByColumn(
  tx: Tx,
  where: Where,
  { order, limit, cursor }: { order: DocumentOrder; limit: number; cursor?: string | undefined },
): Promise<Page<Row>> {
  const { list, orderBy, behind, keysOf } = ordered(order);
  const rows = await tx.document.findMany({
    where: { AND: [where, behind(cursor)] },
    orderBy,
    take: limit + 1,
    select: rowColumns,
  });
  return toPage(rows, { limit, list, keyOf: keysOf });
}
