import { nativeBigint, nullable } from "@besunny/sql/rows/column";
import type { RowOf } from "@besunny/sql/rows/row-shape";

/** The sequence numbers that a command on many documents wrote, both ends included. */
export type SeqRange = { fromSeq: number; toSeq: number };

/** The columns of a range as PostgreSQL returns it. Without documents both ends are null. */
export const rangeColumns = {
  fromSeq: nullable(nativeBigint),
  toSeq: nullable(nativeBigint),
  announced: nullable(nativeBigint),
};

type Range = RowOf<typeof rangeColumns>;

/** Returns the range as numbers, or null if it has no documents. */
export function rangeOf(range: Range | undefined): SeqRange | null {
  if (!range || range.fromSeq === null || range.toSeq === null) return null;
  return { fromSeq: Number(range.fromSeq), toSeq: Number(range.toSeq) };
}
