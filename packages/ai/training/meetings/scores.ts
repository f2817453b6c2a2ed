/** Precision, recall and their harmonic mean, from 0 to 1. */
export type Score = { precision: number; recall: number; f1: number };

/** Compares two sets of turns. */
export function compared(found: ReadonlySet<number>, wanted: ReadonlySet<number>): Score {
  const shared = [...found].filter((turn) => wanted.has(turn)).length;
  return scoreOf(shared, found.size, wanted.size);
}

export function scoreOf(shared: number, found: number, wanted: number): Score {
  return {
    precision: found === 0 ? 0 : shared / found,
    recall: wanted === 0 ? 0 : shared / wanted,
    f1: found + wanted === 0 ? 0 : (2 * shared) / (found + wanted),
  };
}

/** The mean of scores, each of a meeting. */
export function meanOf(scores: readonly Score[]): Score {
  const mean = (key: keyof Score) =>
    scores.reduce((sum, score) => sum + score[key], 0) / Math.max(1, scores.length);
  return { precision: mean("precision"), recall: mean("recall"), f1: mean("f1") };
}

/** For each topic that people marked, the stretch that fits best; each topic weighs as many turns as it has. */
export function topicScore(
  found: readonly { firstTurn: number; lastTurn: number }[],
  topics: readonly { ranges: readonly (readonly [number, number])[] }[],
): Score {
  let weight = 0;
  const sum: Score = { precision: 0, recall: 0, f1: 0 };
  for (const { ranges } of topics) {
    const wanted = new Set(ranges.flatMap(([first, last]) => turnsOf(first, last)));
    const best = found
      .map(({ firstTurn, lastTurn }) => compared(new Set(turnsOf(firstTurn, lastTurn)), wanted))
      .reduce((a, b) => (b.f1 > a.f1 ? b : a), { precision: 0, recall: 0, f1: 0 });
    weight += wanted.size;
    for (const key of ["precision", "recall", "f1"] as const) sum[key] += best[key] * wanted.size;
  }
  const share = (key: keyof Score) => sum[key] / Math.max(1, weight);
  return { precision: share("precision"), recall: share("recall"), f1: share("f1") };
}

/** Returns the numbers from one turn to another. */
export function turnsOf(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** ROUGE-L (F1) of a summary against that of a person: the longest words in common in order. */
export function rougeL(given: readonly string[], wanted: readonly string[]): number {
  let row = new Uint16Array(wanted.length + 1);
  for (const word of given) {
    const next = new Uint16Array(wanted.length + 1);
    for (let at = 1; at <= wanted.length; at++)
      next[at] =
        word === wanted[at - 1]
          ? (row[at - 1] ?? 0) + 1
          : Math.max(row[at] ?? 0, next[at - 1] ?? 0);
    row = next;
  }
  return scoreOf(row[wanted.length] ?? 0, given.length, wanted.length).f1;
}
