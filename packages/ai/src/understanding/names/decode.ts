import { chanceOf, chances, likeliestLabels } from "./chain";
import { spansOf } from "./labels";
import { type Vote, type Votes, votesOf, withVotes } from "./votes";

/** A sentence whose stretches have scores. `words` are in lower case. */
export type Scored = {
  words: readonly string[];
  stretches: readonly { range: readonly [number, number]; scores: Float32Array }[];
};

/** Finds the likeliest names of the sentences of a document. Reads all once, then again with what the first reading found elsewhere. */
export function decode(sentences: readonly Scored[], steps: Float32Array): Vote[][] {
  const first = sentences.map((sentence) => namesOf(sentence, steps));
  const votes = votesOf(
    sentences.flatMap(({ words }, index) =>
      (first[index] ?? []).map((vote) => ({ words, ...vote })),
    ),
  );
  if (votes.size === 0) return first;
  return sentences.map((sentence) => namesOf(sentence, steps, votes));
}

function namesOf({ words, stretches }: Scored, steps: Float32Array, votes?: Votes): Vote[] {
  return stretches.flatMap(({ range, scores: plain }) => {
    const scores = votes ? withVotes(plain, words, range, votes) : plain;
    const labels = likeliestLabels(scores, steps);
    const names = spansOf(labels, range[0]);
    if (names.length === 0) return [];
    const all = chances(scores, steps);
    return names.map((name) => {
      const inside = [name.from - range[0], name.to - range[0]] as const;
      return { name, confidence: chanceOf(all, scores, steps, labels, inside) };
    });
  });
}
