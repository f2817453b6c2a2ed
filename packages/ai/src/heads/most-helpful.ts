import type { DocumentFeatures } from "../ai";
import { comparable } from "../understanding/type/nearest-features";
import type { UnlabelledDocument } from "./head-training";

type Placed = UnlabelledDocument & { unit: Float32Array; worth: number };

/** A document that is as like one that was chosen would teach little more. */
const SAME = 0.92;

/**
 * Returns the documents whose labels would teach the most, best first: those of which the models are unsure, and which many others are
 * like.
 */
export function mostHelpful(documents: readonly UnlabelledDocument[], most: number): string[] {
  const placed = documents.flatMap((document): Placed[] => {
    const unit = unitOf(document.features);
    return unit ? [{ ...document, unit, worth: 0 }] : [];
  });
  const middle = meanOf(placed.map(({ unit }) => unit));
  for (const each of placed) {
    const [first, second] = each.candidates
      .map(({ confidence }) => confidence)
      .sort((a, b) => b - a);
    const unsure = 1 - ((first ?? 0) - (second ?? 0));
    // The mean likeness to all others is the likeness to their mean.
    each.worth = unsure * Math.max(0.05, product(each.unit, middle));
  }
  const chosen: Placed[] = [];
  for (const each of placed.toSorted((a, b) => b.worth - a.worth || byId(a, b))) {
    if (chosen.length === most) break;
    if (chosen.every(({ unit }) => product(unit, each.unit) < SAME)) chosen.push(each);
  }
  return chosen.map(({ documentId }) => documentId);
}

/** Returns the meaning of a document as a vector of length one; null for features of another version. */
export function unitOf(features: DocumentFeatures): Float32Array | null {
  const known = comparable(features);
  return known && Float32Array.from(known.vector, (value) => value / known.length);
}

/** Returns the product of two vectors. */
export function product(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index++) sum += (one[index] ?? 0) * (other[index] ?? 0);
  return sum;
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors)
    for (let index = 0; index < mean.length; index++)
      mean[index] = (mean[index] ?? 0) + (vector[index] ?? 0) / vectors.length;
  return mean;
}

function byId(one: { documentId: string }, other: { documentId: string }): number {
  return one.documentId < other.documentId ? -1 : 1;
}
