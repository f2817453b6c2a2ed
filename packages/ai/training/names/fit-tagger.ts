import { chances } from "../../src/understanding/names/chain";
import { LABELS, OUTSIDE } from "../../src/understanding/names/labels";
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
/** The least error of a word's labels that is learned from. */
const LEAST_ERROR = 1e-3;

/** Fits a conditional random field over features of words and a small network over their vectors. */
export function fitTagger(
  examples: readonly Example[],
  settings: Settings,
  report: (line: string) => void,
): Weights {
  const random = randomNumbers(11);
  const weights = firstWeights(settings, random);
  const squares = new Float32Array(weights.features.length).fill(1e-4);
  const slopes = {
    inner: new Float32Array(weights.inner.length),
    innerBias: new Float32Array(weights.innerBias.length),
    outer: new Float32Array(weights.outer.length),
    steps: new Float32Array(weights.steps.length),
  };
  const steppers = [
    adam(weights.inner, slopes.inner),
    adam(weights.innerBias, slopes.innerBias),
    adam(weights.outer, slopes.outer),
    adam(weights.steps, slopes.steps),
  ];
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    const rate = settings.denseRate * (1 - (epoch / settings.epochs) * 0.9);
    let loss = 0;
    for (const [done, index] of shuffled(examples.length, random).entries()) {
      const example = examples[index];
      if (example) loss += learn(example);
      if (done % BATCH === BATCH - 1) for (const step of steppers) step(rate);
    }
    report(`epoch ${epoch + 1}: loss ${(loss / examples.length).toFixed(4)}`);
  }
  return weights;

  function learn(example: Example): number {
    const { labels, weight } = example;
    const kept = example.rows.map((all) => all.filter(() => random() >= settings.dropped));
    const units = example.vectors && hiddenUnits(weights, example.vectors, settings, random);
    const scores = scoresOf(weights, kept, units, settings.hidden);
    const found = chances(scores, weights.steps);
    const right = scoreOfLabels(scores, weights.steps, labels);

    for (const [at, chance] of found.steps.entries()) add(slopes.steps, at, weight * chance);
    for (const [word, label] of labels.entries())
      add(slopes.steps, (labels[word - 1] ?? OUTSIDE) * LABELS + label, -weight);

    const errors = new Float32Array(LABELS);
    for (const [word, given] of labels.entries()) {
      for (let label = 0; label < LABELS; label++)
        errors[label] =
          weight * ((found.words[word * LABELS + label] ?? 0) - (given === label ? 1 : 0));
      if (errors.every((error) => Math.abs(error) < LEAST_ERROR)) continue;
      learnFeatures(kept[word] ?? nothing, errors);
      if (example.vectors && units) learnUnits(example.vectors, units, word, errors);
    }
    return found.total - right;
  }

  function learnFeatures(rows: Int32Array, errors: Float32Array): void {
    for (const row of rows)
      for (let label = 0; label < LABELS; label++) {
        const at = row * LABELS + label;
        const own = weights.features[at] ?? 0;
        const slope = (errors[label] ?? 0) + settings.decay * own;
        const square = (squares[at] ?? 0) + slope * slope;
        squares[at] = square;
        weights.features[at] = own - (settings.rate * slope) / Math.sqrt(square);
      }
  }

  function learnUnits(
    vectors: Float32Array,
    units: Float32Array,
    word: number,
    errors: Float32Array,
  ): void {
    const { hidden, dimensions } = settings;
    for (let unit = 0; unit < hidden; unit++) {
      const value = units[word * hidden + unit] ?? 0;
      if (value === 0) continue;
      let slope = 0;
      for (let label = 0; label < LABELS; label++) {
        const at = unit * LABELS + label;
        slope += (errors[label] ?? 0) * (weights.outer[at] ?? 0);
        add(slopes.outer, at, (errors[label] ?? 0) * value);
      }
      slope /= 1 - settings.hiddenDropped;
      add(slopes.innerBias, unit, slope);
      for (let axis = 0; axis < dimensions; axis++)
        add(
          slopes.inner,
          unit * dimensions + axis,
          slope * (vectors[word * dimensions + axis] ?? 0),
        );
    }
  }
}

const nothing = new Int32Array();

function firstWeights({ features, hidden, dimensions }: Settings, random: () => number): Weights {
  const spread = 2 * Math.sqrt(3 / Math.max(1, dimensions));
  return {
    features: new Float32Array(features * LABELS),
    inner: Float32Array.from({ length: hidden * dimensions }, () => (random() - 0.5) * spread),
    innerBias: new Float32Array(hidden),
    outer: Float32Array.from({ length: hidden * LABELS }, () => (random() - 0.5) * 0.2),
    steps: new Float32Array(LABELS * LABELS),
  };
}

/** Returns the values of the hidden layer for each word. Some units are left out at random. */
function hiddenUnits(
  { inner, innerBias }: Weights,
  vectors: Float32Array,
  { hidden, dimensions, hiddenDropped }: Settings,
  random: () => number,
): Float32Array {
  const words = vectors.length / dimensions;
  const units = new Float32Array(words * hidden);
  for (let word = 0; word < words; word++)
    for (let unit = 0; unit < hidden; unit++) {
      if (random() < hiddenDropped) continue;
      let sum = innerBias[unit] ?? 0;
      for (let axis = 0; axis < dimensions; axis++)
        sum += (inner[unit * dimensions + axis] ?? 0) * (vectors[word * dimensions + axis] ?? 0);
      if (sum > 0) units[word * hidden + unit] = sum / (1 - hiddenDropped);
    }
  return units;
}

function scoresOf(
  { features, outer }: Weights,
  rows: readonly Int32Array[],
  units: Float32Array | null,
  hidden: number,
): Float32Array {
  const scores = new Float32Array(rows.length * LABELS);
  for (const [word, own] of rows.entries()) {
    for (const row of own)
      for (let label = 0; label < LABELS; label++)
        add(scores, word * LABELS + label, features[row * LABELS + label] ?? 0);
    for (let unit = 0; units && unit < hidden; unit++) {
      const value = units[word * hidden + unit] ?? 0;
      if (value === 0) continue;
      for (let label = 0; label < LABELS; label++)
        add(scores, word * LABELS + label, value * (outer[unit * LABELS + label] ?? 0));
    }
  }
  return scores;
}

function scoreOfLabels(scores: Float32Array, steps: Float32Array, labels: Uint8Array): number {
  let sum = 0;
  for (const [word, label] of labels.entries())
    sum +=
      (scores[word * LABELS + label] ?? 0) +
      (steps[(labels[word - 1] ?? OUTSIDE) * LABELS + label] ?? 0);
  return sum;
}

function add(values: Float32Array, at: number, amount: number): void {
  values[at] = (values[at] ?? 0) + amount;
}

/** Returns a function that makes one step of Adam with the slopes that were added up, and clears them. */
function adam(weights: Float32Array, slopes: Float32Array): (rate: number) => void {
  const means = new Float32Array(weights.length);
  const squares = new Float32Array(weights.length);
  let count = 0;
  return (rate) => {
    count++;
    const meanScale = 1 / (1 - 0.9 ** count);
    const squareScale = 1 / (1 - 0.999 ** count);
    for (const [at, slope] of slopes.entries()) {
      const mean = 0.9 * (means[at] ?? 0) + 0.1 * slope;
      const square = 0.999 * (squares[at] ?? 0) + 0.001 * slope * slope;
      means[at] = mean;
      squares[at] = square;
      const step = (mean * meanScale) / (Math.sqrt(square * squareScale) + 1e-8);
      weights[at] = (weights[at] ?? 0) * (1 - rate * 1e-4) - rate * step;
    }
    slopes.fill(0);
  };
}

function shuffled(length: number, random: () => number): Uint32Array {
  const order = Uint32Array.from({ length }, (_, index) => index);
  for (let index = length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [order[index], order[other]] = [order[other] ?? 0, order[index] ?? 0];
  }
  return order;
}
