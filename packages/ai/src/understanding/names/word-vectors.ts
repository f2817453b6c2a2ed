import { DIMENSIONS } from "../../minilm/embedding-model";
import type { EncodedTokens } from "../../minilm/sentence-encoder";
import type { Word } from "./tagger-features";

/** Returns for each word the mean of its pieces' vectors, or undefined for words beyond the encoder's limit. */
export function wordVectors(
  words: readonly Word[],
  { tokens, vectors }: EncodedTokens,
): (Float32Array | undefined)[] {
  let next = 0;
  return words.map((word) => {
    const mean = new Float32Array(DIMENSIONS);
    let pieces = 0;
    while ((tokens[next]?.end ?? Number.POSITIVE_INFINITY) <= word.start) next++;
    for (let index = next; (tokens[index]?.start ?? word.end) < word.end; index++) {
      pieces++;
      for (let axis = 0; axis < DIMENSIONS; axis++)
        mean[axis] = (mean[axis] ?? 0) + (vectors[index * DIMENSIONS + axis] ?? 0);
    }
    return pieces === 0 ? undefined : mean.map((value) => value / pieces);
  });
}
