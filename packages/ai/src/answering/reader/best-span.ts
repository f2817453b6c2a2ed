import type { Span } from "../../ai";

const LONGEST = 30;

/** Finds the stretch of pieces from `from` up to, not with, `to` whose start and end are the likeliest together. `scores` has two numbers for each piece. */
export function bestSpan(
  scores: Float32Array,
  [from, to]: Span,
): { first: number; last: number; score: number } {
  let best = { first: from, last: from, score: Number.NEGATIVE_INFINITY };
  for (let first = from; first < to; first++)
    for (let last = first; last < Math.min(to, first + LONGEST); last++) {
      const score = (scores[2 * first] ?? 0) + (scores[2 * last + 1] ?? 0);
      if (score > best.score) best = { first, last, score };
    }
  return best;
}
