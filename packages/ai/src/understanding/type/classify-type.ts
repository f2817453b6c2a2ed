import type { TypeDefinition, Understanding } from "../../ai";
import type { SentenceEncoder } from "../../minilm/sentence-encoder";
import type { DocumentView } from "../document-view";
import { softmax } from "../vectors";
import { certaintyOf } from "./certainty";
import { findConcepts } from "./lexicon/find-concepts";
import { typeByForm, withForm } from "./type-by-form";
import { typeEvidence } from "./type-evidence";
import { typeFeatures } from "./type-features";
import { typeLikeness } from "./type-likeness";
import { typeLogit } from "./type-logit";
import { shippedTypeModel } from "./type-model";

const CANDIDATES = 5;
const model = shippedTypeModel();

/** Returns the type of a document, or null below the confidence at which the shipped model is reliable. */
export async function classifyType(
  view: Pick<DocumentView, "document" | "chunks">,
  taxonomy: readonly TypeDefinition[],
  encoder: SentenceEncoder,
): Promise<Understanding["type"]> {
  if (view.chunks.length === 0 || taxonomy.length === 0)
    return { name: null, confidence: null, candidates: [], evidence: [] };

  // A workspace with few types does not have fewer kinds of documents. So the model's other types take part too.
  const besides = model.definitions.filter(
    ({ name }) => !taxonomy.some((type) => type.name === name),
  );
  const all = [...taxonomy, ...besides];
  const vectors = view.chunks.map(({ vector }) => vector);
  const likeness = await typeLikeness(vectors, all, encoder);
  const hits = findConcepts(view.document);
  const features = typeFeatures(view, hits);
  const certainty = (await certaintyOf(view.document.text)) / model.temperature;
  const logits = all.map(
    ({ name }, index) => certainty * typeLogit(model, features, name, likeness[index] ?? 0),
  );
  const decided = typeByForm(view.document);
  const candidates = withForm(
    softmax(logits)
      .slice(0, taxonomy.length)
      .map((confidence, index) => ({ name: taxonomy[index]?.name ?? "", confidence })),
    decided,
  )
    .map(({ name, confidence }) => ({ name, confidence: Math.round(confidence * 1_000) / 1_000 }))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, CANDIDATES);

  const best = candidates[0];
  if (!best || best.confidence < model.threshold)
    return { name: null, confidence: null, candidates, evidence: [] };
  return { ...best, candidates, evidence: typeEvidence(best.name, hits, view.document, model) };
}

/** Encodes the descriptions of the usual types, so that the first document need not wait for it. */
export async function warmTypes(encoder: SentenceEncoder): Promise<void> {
  await typeLikeness([], model.definitions, encoder);
}
