import { askedWords } from "./asked-words";
import { type Candidate, type Features, featuresOf } from "./features";

/** What `pnpm bench retrieve` chose on sets of claims, questions and clauses: the parts of the score of a passage. */
const weights = {
  meaning: 0.55,
  words: 0.45,
  inText: 0.2,
  onlyAbove: 0.05,
  inOrder: 0.15,
  short: -0.15,
};
const SHORT_TEXT = 150;

/** A candidate with its place in the ranking; ranks of the legs count from 1. */
export type Ranked<C extends Candidate> = C & {
  features: Features;
  ranks: { dense: number | null; lexical: number | null };
};

/**
 * Ranks the passages that the index found. The score is the sum of meaning and words, each stretched to 0..1, and of what only the text
 * shows: the share of the rare words that it holds itself, and words in the order of the query. The same words in a heading count
 * for less, so that no heading outranks the text.
 */
export function rank<C extends Candidate>(query: string, candidates: readonly C[]): Ranked<C>[] {
  const features = featuresOf(askedWords(query), candidates);
  const dense = legOf(candidates.map(({ why }) => why.dense));
  const lexical = legOf(candidates.map(({ why }) => why.lexical));
  const ranked = candidates.flatMap((candidate, index) => {
    const own = features[index];
    if (!own) return [];
    const { why, text } = candidate;
    const meaning = dense.stretched(why.dense);
    const sum = lexical.isEmpty
      ? meaning
      : weights.meaning * meaning +
        weights.words * lexical.stretched(why.lexical) +
        weights.inText * own.inText +
        weights.onlyAbove * own.onlyAbove +
        weights.inOrder * own.inOrder +
        (text.length < SHORT_TEXT ? weights.short : 0);
    const ranks = { dense: dense.rank(why.dense), lexical: lexical.rank(why.lexical) };
    return [{ ...candidate, score: bounded(sum / most), features: own, ranks }];
  });
  return ranked.sort((a, b) => b.score - a.score);
}

const most = weights.meaning + weights.words + weights.inText + weights.inOrder;

function bounded(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** One way to find passages: by meaning or by words. A passage that it did not find has no value. */
function legOf(values: readonly (number | null)[]) {
  const known = values.filter((value) => value !== null).sort((a, b) => b - a);
  const [highest = 0] = known;
  const lowest = Math.min(
    known.at(-1) ?? 0,
    known.length < values.length ? 0 : Number.POSITIVE_INFINITY,
  );
  return {
    isEmpty: known.length === 0,
    stretched(value: number | null): number {
      if (value === null) return 0;
      return highest > lowest ? (value - lowest) / (highest - lowest) : 1;
    },
    rank: (value: number | null): number | null =>
      value === null ? null : known.indexOf(value) + 1,
  };
}
