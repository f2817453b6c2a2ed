import { chances } from "../../src/understanding/names/chain";
import { LABELS } from "../../src/understanding/names/labels";
import { randomNumbers } from "../random-numbers";

/** A stretch of a sentence to learn from: for each word the rows of its features, its vector and its right label. */
export type Example = {
  rows: readonly Int32Array[];
  /** The vectors of the words, laid end to end, or null if the tagger of this language reads none. */
  vectors: Float32Array | null;
  labels: Uint8Array;
  weight: number;
};

export type Settings = {
  features: number;
  dimensions: number;
  hidden: number;
  epochs: number;
  /** The share of features that are left out at random, because a word seen in training is often absent in use. */
  dropped: number;
  hiddenDropped: number;
  rate: number;
  denseRate: number;
  decay: number;
};

export type Weights = {
  features: Float32Array;
  /** From a vector to the hidden layer, `dimensions` numbers for each hidden unit. */
  inner: Float32Array;
  innerBias: Float32Array;
  outer: Float32Array;
  steps: Float32Array;
};

const BATCH = 48;

/** Fits a conditional random field over features of words and a small network over their vectors. */
export function fitTagger(
  examples: readonly Example[],
  settings: Settings,
  report = (_: string) => {},
): Weights {
  const { hidden, dimensions } = settings;
  const random = randomNumbers(11);
  const weights: Weights = {
    features: new Float32Array(settings.features * LABELS),
    inner: Float32Array.from(
      { length: hidden * dimensions },
      () => (random() - 0.5) * 2 * Math.sqrt(3 / dimensions),
    ),
    innerBias: new Float32Array(hidden),
    outer: Float32Array.from({ length: hidden * LABELS }, () => (random() - 0.5) * 0.2),
    steps: new Float32Array(LABELS * LABELS),
  };
  const squares = new Float32Array(weights.features.length).fill(1e-4);
  const dense = [weights.inner, weights.innerBias, weights.outer, weights.steps].map(adam);
  const [inner, innerBias, outer, steps] = dense.map(({ slopes }) => slopes);
  if (!inner || !innerBias || !outer || !steps) throw new Error("no slopes");

  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    const rateNow = 1 - (epoch / settings.epochs) * 0.9;
    let loss = 0;
    let inBatch = 0;
    for (const index of shuffled(examples.length, random)) {
      const example = examples[index];
      if (!example) continue;
      loss += learn(example);
      if (++inBatch === BATCH) {
        for (const each of dense) each.step(settings.denseRate * rateNow);
        inBatch = 0;
      }
    }
    report(`epoch ${epoch + 1}: loss ${(loss / examples.length).toFixed(4)}`);
  }
  return weights;

  function learn({ rows, vectors, labels, weight }: Example): number {
    const length = labels.length;
    const scores = new Float32Array(length * LABELS);
    const kept = rows.map((all) => all.filter(() => random() >= settings.dropped));
    for (let word = 0; word < length; word++)
      for (const row of kept[word] ?? [])
        for (let label = 0; label < LABELS; label++)
          scores[word * LABELS + label]! += weights.features[row * LABELS + label]!;
    const units = vectors ? new Float32Array(length * hidden) : null;
    const scale = 1 / (1 - settings.hiddenDropped);
    if (vectors && units)
      for (let word = 0; word < length; word++)
        for (let unit = 0; unit < hidden; unit++) {
          if (random() < settings.hiddenDropped) continue;
          let sum = weights.innerBias[unit]!;
          const from = unit * dimensions;
          const vector = word * dimensions;
          for (let axis = 0; axis < dimensions; axis++)
            sum += weights.inner[from + axis]! * vectors[vector + axis]!;
          if (sum <= 0) continue;
          sum *= scale;
          units[word * hidden + unit] = sum;
          for (let label = 0; label < LABELS; label++)
            scores[word * LABELS + label]! += sum * weights.outer[unit * LABELS + label]!;
        }

    const found = chances(scores, weights.steps);
    let right = weights.steps[labels[0]!]! + scores[labels[0]!]!;
    for (let word = 1; word < length; word++)
      right +=
        weights.steps[labels[word - 1]! * LABELS + labels[word]!]! +
        scores[word * LABELS + labels[word]!]!;

    for (let at = 0; at < found.steps.length; at++) steps![at]! += weight * found.steps[at]!;
    steps![labels[0]!]! -= weight;
    for (let word = 1; word < length; word++)
      steps![labels[word - 1]! * LABELS + labels[word]!]! -= weight;

    const errors = new Float32Array(LABELS);
    for (let word = 0; word < length; word++) {
      let most = 0;
      for (let label = 0; label < LABELS; label++) {
        const error =
          weight * (found.words[word * LABELS + label]! - (labels[word] === label ? 1 : 0));
        errors[label] = error;
        most = Math.max(most, Math.abs(error));
      }
      if (most < 1e-3) continue;
      const rate = settings.rate;
      for (const row of kept[word] ?? [])
        for (let label = 0; label < LABELS; label++) {
          const at = row * LABELS + label;
          const slope = errors[label]! + settings.decay * weights.features[at]!;
          squares[at]! += slope * slope;
          weights.features[at]! -= (rate * slope) / Math.sqrt(squares[at]!);
        }
      if (!vectors || !units) continue;
      const vector = word * dimensions;
      for (let unit = 0; unit < hidden; unit++) {
        const value = units[word * hidden + unit]!;
        if (value === 0) continue;
        let slope = 0;
        for (let label = 0; label < LABELS; label++) {
          slope += errors[label]! * weights.outer[unit * LABELS + label]!;
          outer![unit * LABELS + label]! += errors[label]! * value;
        }
        slope *= scale;
        innerBias![unit]! += slope;
        const from = unit * dimensions;
        for (let axis = 0; axis < dimensions; axis++)
          inner![from + axis]! += slope * vectors[vector + axis]!;
      }
    }
    return found.total - right;
  }
}

/** Adam over one array of weights. Slopes are added up between steps. */
function adam(weights: Float32Array) {
  const slopes = new Float32Array(weights.length);
  const means = new Float32Array(weights.length);
  const squares = new Float32Array(weights.length);
  let count = 0;
  return {
    slopes,
    step(rate: number) {
      count++;
      const meanScale = 1 / (1 - 0.9 ** count);
      const squareScale = 1 / (1 - 0.999 ** count);
      for (let at = 0; at < weights.length; at++) {
        const slope = slopes[at]!;
        means[at] = 0.9 * means[at]! + 0.1 * slope;
        squares[at] = 0.999 * squares[at]! + 0.001 * slope * slope;
        weights[at]! -=
          (rate * means[at]! * meanScale) / (Math.sqrt(squares[at]! * squareScale) + 1e-8) +
          rate * 1e-4 * weights[at]!;
        slopes[at] = 0;
      }
    },
  };
}

function shuffled(length: number, random: () => number): Uint32Array {
  const order = Uint32Array.from({ length }, (_, index) => index);
  for (let index = length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [order[index], order[other]] = [order[other]!, order[index]!];
  }
  return order;
}
