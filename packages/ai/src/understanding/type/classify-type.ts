import type { Span, TypeDefinition, Understanding } from "../../ai";
import type { SentenceEncoder } from "../../minilm/sentence-encoder";
import type { DocumentView } from "../document-view";
import { centroid, softmax } from "../vectors";
import { cues, heads } from "./cue-patterns";
import { typeCues } from "./type-cues";
import { typeLikeness } from "./type-likeness";
import { shippedTypeModel, type TypeModel } from "./type-model";

const CANDIDATES = 5;
const MOST_EVIDENCE = 3;
const CHARACTERS_READ = 24_000;
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
  const features = typeFeatures(view);
  const logits = all.map(
    ({ name }, index) => typeLogit(model, features, name, likeness[index] ?? 0) / model.temperature,
  );
  const candidates = softmax(logits)
    .slice(0, taxonomy.length)
    .map((confidence, index) => ({
      name: taxonomy[index]?.name ?? "",
      confidence: Math.round(confidence * 1_000) / 1_000,
    }))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, CANDIDATES);

  const best = candidates[0];
  if (!best || best.confidence < model.threshold)
    return { name: null, confidence: null, candidates, evidence: [] };
  return { ...best, candidates, evidence: evidenceFor(best.name, view.document.text) };
}

/** Encodes the descriptions of the usual types, so that the first document need not wait for it. */
export async function warmTypes(encoder: SentenceEncoder): Promise<void> {
  await typeLikeness([], model.definitions, encoder);
}

/** Returns a bias, the cues, and a vector that is half the beginning and half the whole. */
export function typeFeatures(view: Pick<DocumentView, "document" | "chunks">): Float32Array {
  const cuesFound = typeCues(view.document);
  const vectors = view.chunks.map(({ vector }) => vector);
  const first = vectors[0] ?? new Float32Array();
  const whole = centroid([first, centroid(vectors, first.length)], first.length);
  return Float32Array.from([1, ...cuesFound, ...whole]);
}

/** Returns a type's score; larger is likelier. A type that the model was not trained on has only its likeness. */
export function typeLogit(
  {
    types,
    weights,
    likeness: worth,
    unknownBias,
  }: Pick<TypeModel, "types" | "weights" | "likeness" | "unknownBias">,
  features: Float32Array,
  name: string,
  likeness: number,
): number {
  const row = types.indexOf(name);
  if (row < 0) return worth * likeness + unknownBias;
  let logit = worth * likeness;
  for (let index = 0; index < features.length; index++)
    logit += (weights[row * features.length + index] ?? 0) * (features[index] ?? 0);
  return logit;
}

/** Returns the spans that support a type most: the places of its weightiest cues. */
function evidenceFor(name: string, text: string): Span[] {
  const row = model.types.indexOf(name);
  if (row < 0) return [];
  const patterns = [
    ...Object.entries(heads).map(([cue, pattern]) => ({ cue: `head ${cue}`, pattern })),
    ...Object.entries(cues).map(([cue, pattern]) => ({ cue, pattern })),
  ];
  const width = model.weights.length / model.types.length;
  const read = text.slice(0, CHARACTERS_READ);

  return patterns
    .map(({ cue, pattern }) => ({
      pattern,
      weight: model.weights[row * width + 1 + model.cues.indexOf(cue)] ?? 0,
    }))
    .filter(({ weight }) => weight > 0.2)
    .sort((a, b) => b.weight - a.weight)
    .flatMap(({ pattern }): Span[] => {
      const match = new RegExp(pattern.source, pattern.flags.replace("g", "")).exec(read);
      return match && match[0].trim() !== "" ? [[match.index, match.index + match[0].length]] : [];
    })
    .slice(0, MOST_EVIDENCE);
}
