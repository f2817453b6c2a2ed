import { DIMENSIONS } from "../../minilm/embedding-model";
import type { EncodedTokens } from "../../minilm/sentence-encoder";
import type { Word } from "./words";

/** Returns for each word of the stretches the mean of its pieces' vectors; zeros for words beyond the encoder's limit. */
export function wordVectors(
  words: readonly Word[],
  stretches: readonly (readonly [number, number])[],
  { tokens, inner }: Pick<EncodedTokens, "tokens" | "inner">,
): Float32Array[] {
  let next = 0;
  return stretches.flatMap(([from, to]) =>
    words.slice(from, to).map((word) => {
      const mean = new Float32Array(DIMENSIONS);
      let pieces = 0;
      while ((tokens[next]?.end ?? Number.POSITIVE_INFINITY) <= word.start) next++;
      for (let index = next; (tokens[index]?.start ?? word.end) < word.end; index++) {
        pieces++;
        for (let axis = 0; axis < DIMENSIONS; axis++)
          mean[axis] = (mean[axis] ?? 0) + (inner[index * DIMENSIONS + axis] ?? 0);
      }
      return pieces > 1 ? mean.map((value) => value / pieces) : mean;
    }),
  );
}
