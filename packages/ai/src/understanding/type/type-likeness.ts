import type { TypeDefinition } from "../../ai";
import type { SentenceEncoder } from "../../minilm/sentence-encoder";
import { dot } from "../vectors";

const known = new Map<string, Promise<Float32Array>>();
const MOST_KNOWN = 2_000;

/** Returns how like a document is to each type's name, definition and examples, as standard deviations from the mean. */
export async function typeLikeness(
  vectors: readonly Float32Array[],
  taxonomy: readonly TypeDefinition[],
  encoder: SentenceEncoder,
): Promise<number[]> {
  const raw: number[] = [];
  for (const { name, definition, examples } of taxonomy) {
    const likenesses: number[] = [];
    for (const text of [`${name}: ${definition}`, ...examples]) {
      const described = await encoded(text, encoder);
      likenesses.push(Math.max(...vectors.map((vector) => dot(vector, described)), 0));
    }
    const mean = likenesses.reduce((sum, likeness) => sum + likeness, 0) / likenesses.length;
    raw.push(0.5 * mean + 0.5 * Math.max(...likenesses));
  }
  return standardised(raw);
}

/** Encodes a definition and caches the vector: definitions hardly ever change, and all documents are compared with them. */
function encoded(text: string, encoder: SentenceEncoder): Promise<Float32Array> {
  const vector = known.get(text) ?? encoder.encode(text);
  if (known.size > MOST_KNOWN) known.clear();
  known.set(text, vector);
  vector.catch(() => known.delete(text));
  return vector;
}

export function standardised(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const variance =
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length);
  return values.map((value) => (value - mean) / Math.sqrt(variance || 1));
}
