import { z } from "zod";

import type { Category } from "../ai";
import { DIMENSIONS } from "../minilm/embedding-model";
import type { SentenceEncoder } from "../minilm/sentence-encoder";
import shipped from "../models/categories.json" with { type: "json" };
import type { DocumentView } from "./document-view";
import { topics } from "./topics";
import { typeLikeness } from "./type/type-likeness";
import { centroid, dot, sigmoid } from "./vectors";

const MOST_CATEGORIES = 4;
const MOST_EVIDENCE = 2;

export const CategoryModel = z.object({
  release: z.string(),
  names: z.array(z.string()),
  /** By topic: a bias, then a weight for each number of the document's vector; 32-bit floats in base64. */
  weights: z
    .string()
    .transform(
      (encoded) => new Float32Array(Uint8Array.from(Buffer.from(encoded, "base64")).buffer),
    ),
  likeness: z.number(),
  temperature: z.number(),
  threshold: z.number(),
});
export type CategoryModel = z.infer<typeof CategoryModel>;

const model = CategoryModel.parse(shipped);
const described = topics.map(({ name, description }) => ({
  name,
  definition: description,
  examples: [],
}));

/** Returns the topics of a document, by likeness to their descriptions and to labelled samples. */
export async function categorise(
  view: DocumentView,
  encoder: SentenceEncoder,
): Promise<Category[]> {
  if (view.chunks.length === 0) return [];
  const vectors = view.chunks.map(({ vector }) => vector);
  const whole = centroid(vectors, DIMENSIONS);
  const likeness = await typeLikeness(vectors, described, encoder);

  const found = topics
    .map(({ name }, index) => ({
      name,
      confidence: sigmoid(
        categoryLogit(model, name, whole, likeness[index] ?? 0) / model.temperature,
      ),
    }))
    .filter(({ confidence }) => confidence >= model.threshold)
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, MOST_CATEGORIES);
  return Promise.all(
    found.map(async ({ name, confidence }) => {
      const topic = await encoder.encode(
        topics.find((each) => each.name === name)?.description ?? name,
      );
      const evidence = nearest(view, topic);
      return { name, confidence: Math.round(confidence * 1_000) / 1_000, evidence };
    }),
  );
}

export function categoryLogit(
  { names, weights, likeness: worth }: Pick<CategoryModel, "names" | "weights" | "likeness">,
  name: string,
  vector: Float32Array,
  likeness: number,
): number {
  const row = names.indexOf(name) * (DIMENSIONS + 1);
  if (row < 0) return Number.NEGATIVE_INFINITY;
  return (
    (weights[row] ?? 0) +
    worth * likeness +
    dot(vector, weights.subarray(row + 1, row + 1 + DIMENSIONS))
  );
}

function nearest({ embedded, chunks }: DocumentView, topic: Float32Array): Category["evidence"] {
  const pool = embedded.length > 0 ? embedded : chunks;
  return pool
    .map(({ span, vector }) => ({ span, likeness: dot(vector, topic) }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_EVIDENCE)
    .map(({ span }) => span);
}
