import { askedWords } from "./asked-words";
import { type Candidate, type Features, featuresOf } from "./features";

/** Chosen on claims, questions and clauses that `pnpm bench retrieve` does not test: what is added to the score of the index. */
const weights = { meaning: 0.05, inText: 0.1, onlyAbove: 0.05, inOrder: 0.15, short: -0.15 };
const SHORT_TEXT = 150;

/** A candidate with its place in the ranking; ranks of the legs count from 1. */
export type Ranked<C extends Candidate> = C & {
  features: Features;
  ranks: { dense: number | null; lexical: number | null };
};

/**
 * Ranks the passages that the index found. The index fuses meaning and words. Its score gets a little more meaning, and
 * what only the text shows. That is the share of the rare words that it holds itself, and words in the order of the query. The same words in a heading count for less, so that no heading
 * outranks the text.
 */
export function rank<C extends Candidate>(query: string, candidates: readonly C[]): Ranked<C>[] {
  const features = featuresOf(askedWords(query), candidates);
  const dense = rankIn(candidates.map(({ why }) => why.dense));
  const lexical = rankIn(candidates.map(({ why }) => why.lexical));
  const meaning = stretched(candidates.map(({ why }) => why.dense ?? 0));
  const ranked = candidates.flatMap((candidate, index) => {
    const own = features[index];
    if (!own) return [];
    const { why, text, score } = candidate;
    const sum =
      score +
      weights.meaning * meaning(why.dense ?? 0) +
      weights.inText * own.inText +
      weights.onlyAbove * own.onlyAbove +
      weights.inOrder * own.inOrder +
      (text.length < SHORT_TEXT ? weights.short : 0);
    const ranks = { dense: dense(why.dense), lexical: lexical(why.lexical) };
    return [{ ...candidate, score: bounded(sum / MOST), features: own, ranks }];
  });
  return ranked.sort((a, b) => b.score - a.score);
}

const MOST = 1 + weights.meaning + weights.inText + weights.inOrder;

/** Maps the least value to 0 and the greatest to 1. */
function stretched(values: readonly number[]): (value: number) => number {
  const least = Math.min(...values);
  const range = Math.max(...values) - least;
  return (value) => (range > 0 ? (value - least) / range : 0);
}

function bounded(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** Returns the rank of a value among those of a leg, from 1. A passage that the leg did not find has none. */
function rankIn(values: readonly (number | null)[]): (value: number | null) => number | null {
  const known = values.filter((value) => value !== null).sort((a, b) => b - a);
  return (value) => (value === null ? null : known.indexOf(value) + 1);
}
