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
const BATCH = 64;
/** The step of the first epoch. It falls to nought, so that the last steps do not follow single batches. */
const RATE = 0.02;
const SHRINK = 2.6e-4;
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
  const slopes = new Float64Array(parameters.length);
  const random = randomNumbers(3);
  const cases = examples.map((example) => ({ ...example, ...nonZero(example.features) }));
  let step = 0;

  for (let epoch = 0; epoch < EPOCHS; epoch++)
    for (const batch of batches(cases, BATCH, random)) {
      slopes.fill(0);
      for (const { type, indices, values, likeness, weight } of batch) {
        const hidden = types.map(() => random() < HIDDEN);
        const logits = types.map((_, row) => {
          let logit = at(parameters, likenessAt) * (likeness[row] ?? 0);
          if (hidden[row]) return logit + at(parameters, unknownAt);
          for (let each = 0; each < indices.length; each++)
            logit += at(values, each) * at(parameters, row * width + at(indices, each));
          return logit;
        });
        for (const [row, probability] of softmax(logits).entries()) {
          const error = ((probability - Number(types[row] === type)) * weight) / batch.length;
          add(slopes, likenessAt, error * (likeness[row] ?? 0));
          if (hidden[row]) add(slopes, unknownAt, error);
          else
            for (let each = 0; each < indices.length; each++)
              add(slopes, row * width + at(indices, each), error * at(values, each));
        }
      }
      step++;
      const rate = RATE * (1 - epoch / EPOCHS);
      const [first, second] = [1 - 0.9 ** step, 1 - 0.999 ** step];
      for (let index = 0; index < parameters.length; index++) {
        const shrink = index < likenessAt ? SHRINK * at(parameters, index) : 0;
        const slope = at(slopes, index) + shrink;
        moments[index] = 0.9 * at(moments, index) + 0.1 * slope;
        squares[index] = 0.999 * at(squares, index) + 0.001 * slope * slope;
        const size = Math.sqrt(at(squares, index) / second) + 1e-8;
        add(parameters, index, -(rate * (at(moments, index) / first)) / size);
      }
    }
  return {
    types,
    weights: Float32Array.from(parameters.subarray(0, likenessAt)),
    likeness: at(parameters, likenessAt),
    unknownBias: at(parameters, unknownAt),
  };
}

function at(values: Float64Array | Uint32Array, index: number): number {
  return values[index] ?? 0;
}

function add(values: Float64Array, index: number, change: number): void {
  values[index] = (values[index] ?? 0) + change;
}

function nonZero(features: Float32Array): { indices: Uint32Array; values: Float64Array } {
  const indices = Uint32Array.from([...features.keys()].filter((index) => features[index] !== 0));
  return { indices, values: Float64Array.from(indices, (index) => features[index] ?? 0) };
}

function batches<T>(items: readonly T[], size: number, random: () => number): T[][] {
  const order = items.map((item) => ({ item, key: random() })).sort((a, b) => a.key - b.key);
  return Array.from({ length: Math.ceil(order.length / size) }, (_, index) =>
    order.slice(index * size, (index + 1) * size).map(({ item }) => item),
  );
}
