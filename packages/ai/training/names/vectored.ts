import type { SentenceEncoder } from "../src/minilm/sentence-encoder";
import { wordVectors } from "../src/understanding/entities/word-vectors";
import type { LabelledSentence } from "./conll";

export type VectoredSentence = LabelledSentence & { vectors: (Float32Array | undefined)[] };

/** The sentences with MiniLM's vector of each word in its context. */
export async function vectored(
  sentences: readonly LabelledSentence[],
  encoder: SentenceEncoder,
): Promise<VectoredSentence[]> {
  const done: VectoredSentence[] = [];
  for (const sentence of sentences) {
    const text = sentence.words.map((word) => word.text).join(" ");
    const vectors = wordVectors(sentence.words, await encoder.encodeTokens(text));
    done.push({ ...sentence, vectors });
  }
  return done;
}
