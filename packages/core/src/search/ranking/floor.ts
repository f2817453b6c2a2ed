import type { Features } from "./features";

/** Cosines of a model: of texts that have nothing to do with each other, and of a question with its answer. */
type Scale = { nothing: number; sure: number };

/** Measured with `pnpm bench retrieve` for the local models. */
const scales: [model: RegExp, Scale][] = [
  [/MiniLM/i, { nothing: 0.2, sure: 0.6 }],
  [/e5/i, { nothing: 0.805, sure: 0.88 }],
];

const FLOOR = 0.5;
/** Within documents that somebody named, the words of a question are often others than those of the text. */
const FLOOR_WITHIN = 0.1;
/** If something was found, a passage that has half as much to do with the query is shown too. */
const TAIL = 0.5;

type Given = { why: { dense: number | null }; features: Pick<Features, "inText" | "onlyAbove"> };

/**
 * Returns for each ranked passage whether it has to do with the query. That depends on its cosine and on the share of the rare words that it
 * or its headings hold. If none is above the floor, none has. `isWithin` says that only
 * named documents were searched. The cosines of models that nobody measured count for nothing: then words decide.
 */
export function relevanceOf(hits: readonly Given[], model: string, isWithin = false): boolean[] {
  const floor = isWithin ? FLOOR_WITHIN : FLOOR;
  const scale = scales.find(([name]) => name.test(model))?.[1];
  const values = hits.map(({ why, features }) => {
    const meaning =
      scale && why.dense !== null ? (why.dense - scale.nothing) / (scale.sure - scale.nothing) : 0;
    return Math.max(0, meaning) + features.inText + features.onlyAbove;
  });
  const isFound = values.some((value) => value >= floor);
  return values.map((value) => isFound && (isWithin || value >= TAIL * floor));
}
