import type { DocumentFeatures } from "../ai";
import { comparable } from "../understanding/type/nearest-features";
import type { HeadExample } from "./head-training";
import { countWords } from "./head-words";
import { denseRow, normalise, type Sparse } from "./sparse";

/** The weight of a document's form beside its meaning. */
const FORM = 0.3;

/** A document as heads read it: its words, and its meaning with its form. */
export type HeadCase = { hashes: Uint32Array; weights: Float32Array; dense: Sparse };

/** A labelled document that was read. */
export type ReadExample = Pick<HeadExample, "label" | "cluster" | "split"> & { read: HeadCase };

/** Returns a document as heads read it; null if its features are missing or of another version. */
export function headCase(text: string, features: DocumentFeatures | null): HeadCase | null {
  const known = features && comparable(features);
  if (!known) return null;
  const { vector, length, form } = known;
  const values = new Float32Array(vector.length + form.length);
  for (let index = 0; index < vector.length; index++) values[index] = (vector[index] ?? 0) / length;
  for (let index = 0; index < form.length; index++)
    values[vector.length + index] = (FORM * (form[index] ?? 0)) / (255 * Math.sqrt(form.length));
  return { ...countWords(text), dense: normalise(denseRow(values)) };
}
