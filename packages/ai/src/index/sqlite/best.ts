/** Collects the ordinals with the highest scores, without sorting the others. */
export function bestOf(limit: number) {
  let kept: { ordinal: number; score: number }[] = [];
  let least = Number.NEGATIVE_INFINITY;

  function shorten(): void {
    kept = kept.sort((a, b) => b.score - a.score || a.ordinal - b.ordinal).slice(0, limit);
    if (kept.length === limit) least = kept.at(-1)?.score ?? least;
  }

  return {
    add(ordinal: number, score: number): void {
      if (score < least) return;
      kept.push({ ordinal, score });
      if (kept.length >= limit * 4) shorten();
    },
    /** Returns the best, best first. */
    take() {
      shorten();
      return kept;
    },
  };
}
