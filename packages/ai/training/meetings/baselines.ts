import { wordsOf } from "../../src/meetings/spoken";

/** Words that a plain search for decisions looks for. */
export const decisionWords =
  /\b(?:decide|decides|decided|decision|decisions|agree|agreed|conclude|concluded|conclusion|let's|we will|we'll|go with|final)\b/i;

const DAMPING = 0.85;
const ROUNDS = 30;
const LEAST_LIKENESS = 0.1;
const MOST_SENTENCES = 400;

/** Takes whole texts from the first on, up to a number of words. */
export function upTo(words: number, texts: readonly string[]): string {
  const taken: string[] = [];
  let count = 0;
  for (const text of texts) {
    if (count >= words) break;
    taken.push(text);
    count += wordsOf(text).length;
  }
  return taken.join(" ");
}

/** Orders sentences as LexRank does: by how many are like them, weighed by how many are like those. */
export function lexRank(given: readonly string[]): string[] {
  const step = Math.max(1, Math.ceil(given.length / MOST_SENTENCES));
  const sentences = given.filter((_, at) => at % step === 0);
  const vectors = weighed(sentences);
  const edges = vectors.map((one, from) =>
    vectors.flatMap((other, to) => {
      const likeness = from === to ? 0 : product(one, other);
      return likeness > LEAST_LIKENESS ? [to] : [];
    }),
  );
  let ranks = new Float64Array(sentences.length).fill(1 / Math.max(1, sentences.length));
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float64Array(ranks.length).fill((1 - DAMPING) / Math.max(1, ranks.length));
    for (const [from, to] of edges.entries())
      for (const each of to)
        next[each] = (next[each] ?? 0) + (DAMPING * (ranks[from] ?? 0)) / to.length;
    ranks = next;
  }
  return [...sentences.entries()]
    .sort(([a], [b]) => (ranks[b] ?? 0) - (ranks[a] ?? 0))
    .map(([, sentence]) => sentence);
}

function weighed(sentences: readonly string[]): Map<string, number>[] {
  const counted = sentences.map((sentence) => {
    const counts = new Map<string, number>();
    for (const word of wordsOf(sentence)) counts.set(word, (counts.get(word) ?? 0) + 1);
    return counts;
  });
  const spread = new Map<string, number>();
  for (const counts of counted)
    for (const word of counts.keys()) spread.set(word, (spread.get(word) ?? 0) + 1);
  return counted.map((counts) => {
    const own = [...counts].map(([word, count]): [string, number] => [
      word,
      count * Math.log(sentences.length / (spread.get(word) ?? 1)),
    ]);
    const size = Math.hypot(...own.map(([, weight]) => weight)) || 1;
    return new Map(own.map(([word, weight]) => [word, weight / size]));
  });
}

function product(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [word, weight] of one) sum += weight * (other.get(word) ?? 0);
  return sum;
}
