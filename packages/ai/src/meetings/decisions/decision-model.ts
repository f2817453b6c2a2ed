import { z } from "zod";

import shipped from "../../models/decisions.json" with { type: "json" };

/** The weight of a sentence's vector beside its signs. */
const VECTOR = 2;

const weights = z
  .string()
  .transform((encoded) => new Float32Array(Uint8Array.from(Buffer.from(encoded, "base64")).buffer));

/** Two logistic models. `signs` reads the signs of a sentence, in any language that has them; `english` its vector too. */
export const DecisionModel = z.object({ release: z.string(), signs: weights, english: weights });
export type DecisionModel = z.infer<typeof DecisionModel>;

const model = DecisionModel.parse(shipped);

/** Returns what a model reads of a sentence: a 1, its signs, and its vector if there is one. */
export function decisionInput(
  features: readonly number[],
  vector: Float32Array | null,
): Float32Array {
  const scaled = vector ? vector.map((value) => value * VECTOR) : [];
  return Float32Array.from([1, ...features, ...scaled]);
}

/** Returns how sure it is, from 0 to 1, that a sentence tells a decision. `vector` is null where no model reads the language. */
export function decisionSureness(
  features: readonly number[],
  vector: Float32Array | null,
  { signs, english }: { signs: Float32Array; english: Float32Array } = model,
): number {
  const own = vector ? english : signs;
  const sum = decisionInput(features, vector).reduce(
    (total, value, at) => total + value * (own[at] ?? 0),
    0,
  );
  return 1 / (1 + Math.exp(-sum));
}
