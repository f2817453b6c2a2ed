import type { TypeDefinition } from "../src/ai";
import { softmax } from "../src/understanding/vectors";
import { randomNumbers } from "./random-numbers";

/** A labelled document as numbers: the results of `typeFeatures` and `typeLikeness`. */
export type Example = { type: string; features: Float32Array; likeness: number[]; weight: number };
export type FittedTypes = {
  types: string[];
  weights: Float32Array<ArrayBuffer>;
  likeness: number;
  unknownBias: number;
};

const EPOCHS = 60;
const RATE = 0.02;
const SHRINK = 4e-4;
/** The share of types that are hidden in training, so that likeness alone gets the right weight for a workspace's own types. */
const HIDDEN = 0.1;

/** Fits multinomial logistic regression by Adam, with weights pulled to zero. */
export function fitTypes(
  examples: readonly Example[],
  taxonomy: readonly TypeDefinition[],
): FittedTypes {
  const types = taxonomy.map(({ name }) => name);
  const width = examples[0]?.features.length ?? 0;
  const parameters = new Float64Array(types.length * width + 2);
  const [likenessAt, unknownAt] = [types.length * width, types.length * width + 1];
  parameters[likenessAt] = 1;
  const moments = new Float64Array(parameters.length);
  const squares = new Float64Array(parameters.length);
  const random = randomNumbers(3);
  let step = 0;

  for (let epoch = 0; epoch < EPOCHS; epoch++)
    for (const batch of batches(examples, 16, random)) {
      const slopes = new Float64Array(parameters.length);
      for (const { type, features, likeness, weight } of batch) {
        const hidden = types.map(() => random() < HIDDEN);
        const logits = types.map((_, row) => {
          const like = (parameters[likenessAt] ?? 0) * (likeness[row] ?? 0);
          if (hidden[row]) return like + (parameters[unknownAt] ?? 0);
          return features.reduce(
            (sum, value, index) => sum + value * (parameters[row * width + index] ?? 0),
            like,
          );
        });
        for (const [row, probability] of softmax(logits).entries()) {
          const error = ((probability - Number(types[row] === type)) * weight) / batch.length;
          slopes[likenessAt] = (slopes[likenessAt] ?? 0) + error * (likeness[row] ?? 0);
          if (hidden[row]) slopes[unknownAt] = (slopes[unknownAt] ?? 0) + error;
          else
            for (let index = 0; index < width; index++)
              slopes[row * width + index] =
                (slopes[row * width + index] ?? 0) + error * (features[index] ?? 0);
        }
      }
      step++;
      for (let at = 0; at < parameters.length; at++) {
        const isWeight = at < likenessAt;
        const slope = (slopes[at] ?? 0) + (isWeight ? SHRINK * (parameters[at] ?? 0) : 0);
        moments[at] = 0.9 * (moments[at] ?? 0) + 0.1 * slope;
        squares[at] = 0.999 * (squares[at] ?? 0) + 0.001 * slope * slope;
        const moment = (moments[at] ?? 0) / (1 - 0.9 ** step);
        const square = (squares[at] ?? 0) / (1 - 0.999 ** step);
        parameters[at] = (parameters[at] ?? 0) - (RATE * moment) / (Math.sqrt(square) + 1e-8);
      }
    }
  return {
    types,
    weights: Float32Array.from(parameters.subarray(0, likenessAt)),
    likeness: parameters[likenessAt] ?? 0,
    unknownBias: parameters[unknownAt] ?? 0,
  };
}

function batches<T>(items: readonly T[], size: number, random: () => number): T[][] {
  const order = items.map((item) => ({ item, key: random() })).sort((a, b) => a.key - b.key);
  return Array.from({ length: Math.ceil(order.length / size) }, (_, index) =>
    order.slice(index * size, (index + 1) * size).map(({ item }) => item),
  );
}
