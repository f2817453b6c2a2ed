import { DIMENSIONS } from "../src/minilm/embedding-model";
import type { SentenceEncoder } from "../src/minilm/sentence-encoder";

/** An encoder without a model: the vector of a word depends on its letters alone, so texts with the same words are alike. */
export const wordEncoder: SentenceEncoder = {
  dimensions: DIMENSIONS,
  encode: async (text) => meanOf(tokensOf(text).map(({ word }) => vectorOf(word))),
  encodeTokens: async (text) => {
    const tokens = tokensOf(text);
    const vectors = new Float32Array(tokens.length * DIMENSIONS);
    for (const [index, { word }] of tokens.entries())
      vectors.set(vectorOf(word), index * DIMENSIONS);
    return {
      tokens: tokens.map(({ start, end }) => ({ id: 0, start, end })),
      vectors,
      inner: vectors,
      sentence: meanOf(tokens.map(({ word }) => vectorOf(word))),
    };
  },
  cacheDirectory: "",
  inTurn: (step) => step(),
  split: () => [],
  countTokens: (text, limit) => Math.min(limit, tokensOf(text).length),
  close: async () => {},
};

function tokensOf(text: string) {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }));
}

function vectorOf(word: string): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  let hash = 2_166_136_261;
  for (const letter of word)
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  vector[hash % DIMENSIONS] = 1;
  return vector;
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(DIMENSIONS);
  for (const vector of vectors)
    for (const [at, value] of vector.entries()) mean[at] = (mean[at] ?? 0) + value;
  const size = Math.hypot(...mean) || 1;
  return mean.map((value) => value / size);
}
