import { nativeBigint, nullable } from "@besunny/sql/rows/column";
import type { RowOf } from "@besunny/sql/rows/row-shape";

/** The numbers that a command on many documents gave them, both ends included. */
export type SeqRange = { fromSeq: number; toSeq: number };

/** The columns of a range as PostgreSQL returns it: without documents it has no ends. */
export const rangeColumns = {
  fromSeq: nullable(nativeBigint),
  toSeq: nullable(nativeBigint),
  announced: nullable(nativeBigint),
};

type Range = RowOf<typeof rangeColumns>;

/** Returns a range in numbers; null for one without documents. */
export function rangeOf(range: Range | undefined): SeqRange | null {
  if (!range || range.fromSeq === null || range.toSeq === null) return null;
  return { fromSeq: Number(range.fromSeq), toSeq: Number(range.toSeq) };
}
