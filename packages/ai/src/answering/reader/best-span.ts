const LONGEST = 30;

/** Finds the stretch of pieces, from `from` on, whose start and end are the likeliest together. `favourOf` is added to a start. `scores` has two numbers for each piece. */
export function bestSpan(
  scores: Float32Array,
  from: number,
  favourOf: (first: number) => number = () => 0,
): { first: number; last: number; score: number } {
  let best = { first: from, last: from, score: Number.NEGATIVE_INFINITY };
  const count = scores.length / 2;
  for (let first = from; first < count; first++) {
    const favour = favourOf(first);
    for (let last = first; last < Math.min(count, first + LONGEST); last++) {
      const score = (scores[2 * first] ?? 0) + (scores[2 * last + 1] ?? 0) + favour;
      if (score > best.score) best = { first, last, score };
    }
  }
  return best;
}
