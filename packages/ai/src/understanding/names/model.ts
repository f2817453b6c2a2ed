import { brotliDecompressSync } from "node:zlib";
import { z } from "zod";
import { type KnownNames, knownNames } from "./known-names";
import { LABELS } from "./labels";

/** A trained tagger of one language as it is stored. Arrays of numbers are compressed (Brotli) and in base64. */
export const TaggerFile = z.object({
  release: z.string(),
  /** The sorted hashes of the features, each as the difference to the one before. */
  features: z.string(),
  /** A byte for each feature and label, times `scale`. */
  weights: z.string(),
  scale: z.number(),
  /** The number of units of the hidden layer over a word's vector; 0 if the tagger reads none. */
  hidden: z.number(),
  inner: z.string(),
  innerBias: z.string(),
  outer: z.string(),
  steps: z.string(),
  /** Names of a kind below its threshold are dropped. The thresholds are chosen for precision on held-out text. */
  thresholds: z.record(z.string(), z.number()),
});
export type TaggerFile = z.infer<typeof TaggerFile>;

/** Lists of known names as they are stored: sorted hashes as differences, and a byte of lists for each. */
export const KnownFile = z.object({ hashes: z.string(), bits: z.string() });
export type KnownFile = z.infer<typeof KnownFile>;

export type TaggerModel = {
  features: Uint32Array;
  weights: Int8Array;
  scale: number;
  hidden: number;
  inner: Float32Array;
  innerBias: Float32Array;
  outer: Float32Array;
  steps: Float32Array;
  thresholds: Record<string, number>;
};

export function taggerOf(file: TaggerFile): TaggerModel {
  const floats = (text: string) => new Float32Array(bytes(text).buffer);
  return {
    features: sums(new Uint32Array(bytes(file.features).buffer)),
    weights: new Int8Array(bytes(file.weights).buffer),
    scale: file.scale,
    hidden: file.hidden,
    inner: floats(file.inner),
    innerBias: floats(file.innerBias),
    outer: floats(file.outer),
    steps: floats(file.steps),
    thresholds: file.thresholds,
  };
}

export function knownOf(file: KnownFile): KnownNames {
  return knownNames(sums(new Uint32Array(bytes(file.hashes).buffer)), bytes(file.bits));
}

/** Returns the row of a feature by its hash, or -1. */
export function rowOf({ features }: Pick<TaggerModel, "features">, hash: number): number {
  let low = 0;
  let high = features.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = features[middle] ?? 0;
    if (found === hash) return middle;
    if (found < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Adds the scores of a word's features and vector to those of its labels, which begin at `at`. */
export function addScores(
  model: TaggerModel,
  { rows, vector }: { rows: Iterable<number>; vector: Float32Array | null },
  scores: Float32Array,
  at: number,
): void {
  const { weights, scale, inner, outer, innerBias, hidden } = model;
  for (const row of rows)
    for (let label = 0; label < LABELS; label++)
      scores[at + label] = (scores[at + label] ?? 0) + (weights[row * LABELS + label] ?? 0) * scale;
  if (!vector || hidden === 0) return;
  const width = inner.length / hidden;
  for (let unit = 0; unit < hidden; unit++) {
    let sum = innerBias[unit] ?? 0;
    const from = unit * width;
    for (let axis = 0; axis < width; axis++) sum += (inner[from + axis] ?? 0) * (vector[axis] ?? 0);
    if (sum <= 0) continue;
    for (let label = 0; label < LABELS; label++)
      scores[at + label] = (scores[at + label] ?? 0) + sum * (outer[unit * LABELS + label] ?? 0);
  }
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(brotliDecompressSync(Buffer.from(text, "base64")));
}

function sums(differences: Uint32Array): Uint32Array {
  let sum = 0;
  return differences.map((difference) => {
    sum += difference;
    return sum;
  });
}
