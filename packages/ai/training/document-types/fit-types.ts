import type { TypeDefinition } from "../../src/ai";
import { softmax } from "../../src/understanding/vectors";
import { randomNumbers } from "../random-numbers";

/** A labelled document as numbers: the results of `typeFeatures` and `typeLikeness`. */
export type Example = { type: string; features: Float32Array; likeness: number[]; weight: number };
export type FittedTypes = {
  types: string[];
  weights: Float32Array<ArrayBuffer>;
  likeness: number;
  unknownBias: number;
};

const EPOCHS = 30;
const BATCH = 256;
/** The step of the first epoch. It falls to nought, so that the last steps do not follow single batches. */
const RATE = 0.03;
const SHRINK = 1e-4;
/** The share of features that a step of training does not see, so that no type rests on a few of them. */
const DROPPED = 0.5;
/** The share of types that are hidden in training, so that likeness alone gets the right weight for a workspace's own types. */
const HIDDEN = 0.1;

type Case = {
  label: number;
  weight: number;
  likeness: readonly number[];
  indices: Uint32Array;
  values: Float64Array;
};

/** Fits multinomial logistic regression by Adam, with weights pulled to zero and features dropped at random. */
export function fitTypes(
  examples: readonly Example[],
  taxonomy: readonly TypeDefinition[],
): FittedTypes {
  const types = taxonomy.map(({ name }) => name);
  const width = examples[0]?.features.length ?? 0;
  const likenessAt = types.length * width;
  const parameters = new Float64Array(likenessAt + 2);
  parameters[likenessAt] = 1;
  const random = randomNumbers(3);
  const step = adam(parameters, likenessAt);
  const cases = examples.map((example) => ({
    label: types.indexOf(example.type),
    weight: example.weight,
    likeness: example.likeness,
    ...nonZero(example.features),
  }));

  for (let epoch = 0; epoch < EPOCHS; epoch++)
    for (const batch of batches(cases, BATCH, random)) {
      const slopes = new Float64Array(parameters.length);
      for (const example of batch)
        addSlopes(slopes, parameters, withDropout(example, random), {
          types: types.length,
          width,
          share: example.weight / batch.length,
          hidden: types.map(() => random() < HIDDEN),
        });
      step(slopes, RATE * (1 - epoch / EPOCHS));
    }
  return {
    types,
    weights: Float32Array.from(parameters.subarray(0, likenessAt)),
    likeness: parameters[likenessAt] ?? 0,
    unknownBias: parameters[likenessAt + 1] ?? 0,
  };
}

/** Adds how the loss of one example changes with each parameter. */
function addSlopes(
  slopes: Float64Array,
  parameters: Float64Array,
  { label, likeness, indices, values }: Case,
  at: { types: number; width: number; share: number; hidden: readonly boolean[] },
): void {
  const { types, width, share, hidden } = at;
  const likenessAt = types * width;
  const logits: number[] = [];
  for (let row = 0; row < types; row++) {
    const like = (parameters[likenessAt] as number) * (likeness[row] ?? 0);
    let logit = like + (hidden[row] ? (parameters[likenessAt + 1] as number) : 0);
    const start = row * width;
    if (!hidden[row])
      for (let each = 0; each < indices.length; each++)
        logit +=
          (values[each] as number) * (parameters[start + (indices[each] as number)] as number);
    logits.push(logit);
  }
  for (const [row, probability] of softmax(logits).entries()) {
    const error = (probability - Number(row === label)) * share;
    slopes[likenessAt] = (slopes[likenessAt] as number) + error * (likeness[row] ?? 0);
    if (hidden[row]) {
      slopes[likenessAt + 1] = (slopes[likenessAt + 1] as number) + error;
      continue;
    }
    if (Math.abs(error) < 1e-9) continue;
    const start = row * width;
    for (let each = 0; each < indices.length; each++) {
      const index = start + (indices[each] as number);
      slopes[index] = (slopes[index] as number) + error * (values[each] as number);
    }
  }
}

/** Returns the example with some of its features left out and the others larger for it. The bias stays. */
function withDropout(example: Case, random: () => number): Case {
  const indices = new Uint32Array(example.indices.length);
  const values = new Float64Array(example.indices.length);
  let kept = 0;
  for (let each = 0; each < indices.length; each++) {
    const index = example.indices[each] as number;
    if (index > 0 && random() < DROPPED) continue;
    indices[kept] = index;
    values[kept] = (example.values[each] as number) / (index > 0 ? 1 - DROPPED : 1);
    kept++;
  }
  return { ...example, indices: indices.subarray(0, kept), values: values.subarray(0, kept) };
}

/** Returns a function that takes one step. Parameters before `shrunk` are pulled to zero. */
function adam(parameters: Float64Array, shrunk: number) {
  const moments = new Float64Array(parameters.length);
  const squares = new Float64Array(parameters.length);
  let steps = 0;
  return (slopes: Float64Array, rate: number): void => {
    steps++;
    const [first, second] = [1 - 0.9 ** steps, 1 - 0.999 ** steps];
    for (let index = 0; index < parameters.length; index++) {
      const value = parameters[index] as number;
      const slope = (slopes[index] as number) + (index < shrunk ? SHRINK * value : 0);
      const moment = 0.9 * (moments[index] as number) + 0.1 * slope;
      const square = 0.999 * (squares[index] as number) + 0.001 * slope * slope;
      moments[index] = moment;
      squares[index] = square;
      parameters[index] = value - (rate * (moment / first)) / (Math.sqrt(square / second) + 1e-8);
    }
  };
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
