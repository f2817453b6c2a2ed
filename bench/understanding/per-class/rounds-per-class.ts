export type Labelled = { type: string; path: string };

/** The places of the documents that have a label in one round, and of those that are tested in it. */
export type Round = { trained: number[]; tested: number[] };

/** Draws `perClass` documents of each type for each round; all others are tested. A type with no document left to test is left out. */
export function roundsOf(
  documents: readonly Labelled[],
  { perClass, rounds }: { perClass: number; rounds: number },
): Round[] {
  const byType = [
    ...Map.groupBy(documents.keys(), (index) => documents[index]?.type ?? "").values(),
  ];
  const drawn = byType.filter(({ length }) => length > perClass);
  if (drawn.length < 2) return [];
  return Array.from({ length: rounds }, (_, round) => {
    const shuffled = drawn.map((own, at) => shuffle(own, 1 + round * 1_000 + at));
    return {
      trained: shuffled.flatMap((own) => own.slice(0, perClass)),
      tested: shuffled.flatMap((own) => own.slice(perClass)),
    };
  });
}

/** Shuffles by a small generator, so that every run draws the same. */
function shuffle(values: readonly number[], seed: number): number[] {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const shuffled = [...values];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const at = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[at]] = [shuffled[at] ?? 0, shuffled[last] ?? 0];
  }
  return shuffled;
}
