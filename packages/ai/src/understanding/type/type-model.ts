import { z } from "zod";

import shipped from "../../models/types.json" with { type: "json" };

const Numbers = z
  .string()
  .transform((encoded) => new Float32Array(Uint8Array.from(Buffer.from(encoded, "base64")).buffer));

/** The model that `training/` makes and `classify-type` uses. Numbers are 32-bit floats in base64. */
export const TypeModel = z.object({
  release: z.string(),
  /** The named features at the time of training, in order. */
  features: z.array(z.string()),
  types: z.array(z.string()),
  /** The same types as they were described in training. A document may be one of these besides a workspace's own types. */
  definitions: z.array(
    z.object({ name: z.string(), definition: z.string(), examples: z.array(z.string()) }),
  ),
  /** By type: a weight for each named feature, then one for each number of the document's vector. */
  weights: Numbers,
  /** The weight of likeness to name, definition and examples. */
  likeness: z.number(),
  /** Added for types that the model was not trained on. */
  unknownBias: z.number(),
  temperature: z.number(),
  /** Below this confidence the type is null. */
  threshold: z.number(),
});
export type TypeModel = z.infer<typeof TypeModel>;

export function shippedTypeModel(): TypeModel {
  return TypeModel.parse(shipped);
}
