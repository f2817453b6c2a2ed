import { afterText, afterTime } from "../../cursor";
import type { Prisma } from "../../generated/client";

export const orders = {
  newest: [{ createdAt: "desc" }, { id: "desc" }],
  oldest: [{ createdAt: "asc" }, { id: "asc" }],
  title: [{ title: "asc" }, { id: "asc" }],
} satisfies Record<string, Prisma.DocumentOrderByWithRelationInput[]>;

export type DocumentOrder = keyof typeof orders;

/**
 * Returns the condition for rows after the cursor. The bound on the first key is redundant, but with it PostgreSQL starts in the index
 * where the last page ended.
 */
export function behind(
  order: DocumentOrder,
  cursor: string | undefined,
): Prisma.DocumentWhereInput {
  if (order === "title") {
    const after = afterText(cursor, "documents/title");
    if (!after) return {};
    const { text, id } = after;
    return { title: { gte: text }, OR: [{ title: { gt: text } }, { title: text, id: { gt: id } }] };
  }
  const after = afterTime(cursor, `documents/${order}`);
  if (!after) return {};
  const { at, id } = after;
  return order === "newest"
    ? {
        createdAt: { lte: at },
        OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: id } }],
      }
    : {
        createdAt: { gte: at },
        OR: [{ createdAt: { gt: at } }, { createdAt: at, id: { gt: id } }],
      };
}
