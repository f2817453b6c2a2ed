import type { DocumentView } from "../document-view";
import { centroid } from "../vectors";
import { conceptFeatureNames, conceptFeatures } from "./concept-features";
import { formFeatures, formNames } from "./form";
import type { ConceptHit } from "./lexicon/find-concepts";
import { markFeatures, markNames } from "./marks";
import { styleFeatures, styleNames } from "./style";

/** The named features of a document, in the order of `typeFeatures`. After them come the numbers of its vector. */
export const featureNames: readonly string[] = [
  "bias",
  ...formNames,
  ...markNames,
  ...styleNames,
  ...conceptFeatureNames,
];

/** Form and vector are small numbers beside concepts; factors make a step of training reach them alike. */
const [FORM, CONCEPTS, VECTOR] = [3, 2, 3];

/** The kinds of knowledge that are measured apart: how many features each has, in the order of `featureNames`. */
export const featureKinds = {
  bias: 1,
  form: formNames.length + markNames.length,
  lexicon: styleNames.length + conceptFeatureNames.length,
} as const;

/** Returns a bias, the form, the marks, the style, the concepts, and a vector that is half the beginning and half the whole. */
export function typeFeatures(
  { document, chunks }: Pick<DocumentView, "document" | "chunks">,
  hits?: readonly ConceptHit[],
): Float32Array {
  const vectors = chunks.map(({ vector }) => vector);
  const first = vectors[0] ?? new Float32Array();
  const whole = centroid([first, centroid(vectors, first.length)], first.length);
  return Float32Array.from([
    1,
    ...formFeatures(document).map((value) => FORM * value),
    ...markFeatures(document).map((value) => CONCEPTS * value),
    ...styleFeatures(document).map((value) => CONCEPTS * value),
    ...conceptFeatures(document, hits).map((value) => CONCEPTS * value),
    ...whole.map((value) => VECTOR * value),
  ]);
}
