import type { TypeModel } from "./type-model";

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
