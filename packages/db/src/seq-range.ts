/** The numbers that a command on many documents gave them, both ends included. */
export type SeqRange = { fromSeq: number; toSeq: number };

/** A range as PostgreSQL returns it: without documents it has no ends. */
export type Range = { fromSeq: bigint | null; toSeq: bigint | null };

/** Returns a range in numbers; null for one without documents. */
export function rangeOf(range: Range | undefined): SeqRange | null {
  if (!range || range.fromSeq === null || range.toSeq === null) return null;
  return { fromSeq: Number(range.fromSeq), toSeq: Number(range.toSeq) };
}
