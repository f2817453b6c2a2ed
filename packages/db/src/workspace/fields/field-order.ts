import { afterKey, type Page, toPage } from "../../cursor";
import type { Prisma } from "../../generated/client";
import type { Scope } from "../../scope";
import { columns, type Row } from "../documents/document-row";
import type { Tx } from "../tx";

type Direction = "asc" | "desc";
type Keyed = { row: Row; key: string };

/** An order of documents by the values that they have in a field. */
export type FieldOrder = { fieldId: string; kind: string; direction: Direction };

/** The columns of a value by which its kind is ordered. */
const columnOf = (kind: string) =>
  kind === "number" || kind === "amount" ? "number" : kind === "date" ? "date" : "text";

/**
 * Reads a page of the documents of a `where` by their values in a field; documents without a value come last. It reads values first, so that
 * the index on them keeps the order.
 */
export async function listByField(
  tx: Tx,
  { workspaceId }: Scope,
  where: Prisma.DocumentWhereInput,
  { order, limit, cursor }: { order: FieldOrder; limit: number; cursor?: string | undefined },
): Promise<Page<Row>> {
  const { fieldId, kind, direction } = order;
  const list = `documents/${fieldId}/${direction}`;
  const column = columnOf(kind);
  const after = afterKey(cursor, list, (text) => keyFrom(column, text));
  const isUp = direction === "asc";
  const behindId = after && (isUp ? { gt: after.id } : { lt: after.id });
  const found: Keyed[] = [];
  if (!after || after.key !== null) {
    const behind =
      after && behindId
        ? {
            OR: [
              { [column]: isUp ? { gt: after.key } : { lt: after.key } },
              { [column]: after.key, documentId: behindId },
            ],
          }
        : {};
    const rows = await tx.customFieldValue.findMany({
      where: { AND: [{ workspaceId, fieldId, document: where }, behind] },
      orderBy: [{ [column]: direction }, { documentId: direction }],
      take: limit + 1,
      select: { text: true, number: true, date: true, document: { select: columns } },
    });
    for (const { document, ...value } of rows)
      found.push({ row: document, key: keyOf(column, value) });
  }
  if (found.length <= limit) {
    const isInRest = after?.key === null;
    const rest = await tx.document.findMany({
      where: {
        AND: [
          where,
          { customValues: { none: { fieldId } } },
          isInRest && behindId ? { id: behindId } : {},
        ],
      },
      orderBy: { id: direction },
      take: limit + 1 - found.length,
      select: columns,
    });
    found.push(...rest.map((row) => ({ row, key: "" })));
  }
  const page = toPage(found, { limit, list, keyOf: ({ key, row }) => [key, row.id] });
  return { ...page, items: page.items.map(({ row }) => row) };
}

type Column = ReturnType<typeof columnOf>;

/** A key begins with a letter, because an empty one means no value. */
function keyOf(
  column: Column,
  { text, number, date }: { text: string; number: number | null; date: Date | null },
): string {
  if (column === "number") return `=${number ?? 0}`;
  return `=${column === "date" ? (date?.toISOString() ?? "") : text}`;
}

function keyFrom(column: Column, text: string): string | number | Date | null | undefined {
  if (text === "") return null;
  const written = text.slice(1);
  if (!text.startsWith("=")) return undefined;
  if (column === "text") return written;
  if (column === "number")
    return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(written) ? Number(written) : undefined;
  return Number.isNaN(Date.parse(written)) ? undefined : new Date(written);
}
