import { z } from "zod";

import shipped from "../../models/types.json" with { type: "json" };

const Numbers = z
  .string()
  .transform((encoded) => new Float32Array(Uint8Array.from(Buffer.from(encoded, "base64")).buffer));

/** What `training/` makes and `classify-type` uses; numbers are 32-bit floats in base64. */
export const TypeModel = z.object({
  release: z.string(),
  /** The cues that were known when it was trained, in order. */
  cues: z.array(z.string()),
  types: z.array(z.string()),
  /** The same types as they were described in training: what a document may be besides a workspace's own types. */
  definitions: z.array(
    z.object({ name: z.string(), definition: z.string(), examples: z.array(z.string()) }),
  ),
  /** By type: a bias, then a weight for each cue, then one for each number of the document's vector. */
  weights: Numbers,
  /** What likeness to name, definition and examples is worth. */
  likeness: z.number(),
  /** Added for types that it was not trained on. */
  unknownBias: z.number(),
  temperature: z.number(),
  /** Below this confidence the type stays open. */
  threshold: z.number(),
});
export type TypeModel = z.infer<typeof TypeModel>;

export function shippedTypeModel(): TypeModel {
  return TypeModel.parse(shipped);
}
