import { LABELS, mayFollow, OUTSIDE } from "./labels";

const allowed: (readonly number[])[] = Array.from({ length: LABELS }, (_, before) =>
  Array.from({ length: LABELS }, (__, after) => after).filter((after) => mayFollow(before, after)),
);
const allowedBefore: (readonly number[])[] = Array.from({ length: LABELS }, (_, after) =>
  Array.from({ length: LABELS }, (__, before) => before).filter((before) =>
    mayFollow(before, after),
  ),
);
const mayEnd = Array.from({ length: LABELS }, (_, label) => mayFollow(label, OUTSIDE));

/** Returns the likeliest labels of a stretch by the scores of its words and of steps from label to label. */
export function likeliestLabels(scores: Float32Array, steps: Float32Array): Uint8Array {
  const length = scores.length / LABELS;
  const best = new Float64Array(length * LABELS).fill(Number.NEGATIVE_INFINITY);
  const from = new Uint8Array(length * LABELS);
  for (let word = 0; word < length; word++)
    for (let label = 0; label < LABELS; label++) {
      const own = scores[word * LABELS + label] ?? 0;
      if (word === 0) {
        if (mayFollow(OUTSIDE, label)) best[label] = own + (steps[label] ?? 0);
        continue;
      }
      for (const before of allowedBefore[label] ?? []) {
        const total =
          (best[(word - 1) * LABELS + before] ?? 0) + own + (steps[before * LABELS + label] ?? 0);
        if (total > (best[word * LABELS + label] ?? 0)) {
          best[word * LABELS + label] = total;
          from[word * LABELS + label] = before;
        }
      }
    }
  const labels = new Uint8Array(length);
  let last = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let label = 0; label < LABELS; label++) {
    const total = best[(length - 1) * LABELS + label] ?? 0;
    if (mayEnd[label] && total > most) [most, last] = [total, label];
  }
  for (let word = length - 1; word >= 0; word--) {
    labels[word] = last;
    last = from[word * LABELS + last] ?? 0;
  }
  return labels;
}

export type Chances = {
  /** The logarithm of the sum over all labellings. */
  total: number;
  /** The probability of each label of each word. */
  words: Float64Array;
  /** The probability of each step between a word and the next, summed over the words; row 0 holds the step into the stretch, too. */
  steps: Float64Array;
  forward: Float64Array;
  backward: Float64Array;
};

/** Computes the probabilities of labels and steps by the forward and backward sums. */
export function chances(scores: Float32Array, steps: Float32Array): Chances {
  const length = scores.length / LABELS;
  const forward = new Float64Array(length * LABELS).fill(Number.NEGATIVE_INFINITY);
  const backward = new Float64Array(length * LABELS).fill(Number.NEGATIVE_INFINITY);
  for (let word = 0; word < length; word++)
    for (let label = 0; label < LABELS; label++) {
      const own = scores[word * LABELS + label] ?? 0;
      if (word === 0) {
        if (mayFollow(OUTSIDE, label)) forward[label] = own + (steps[label] ?? 0);
        continue;
      }
      forward[word * LABELS + label] =
        own +
        logSum(
          allowedBefore[label] ?? [],
          (before) =>
            (forward[(word - 1) * LABELS + before] ?? 0) + (steps[before * LABELS + label] ?? 0),
        );
    }
  for (let word = length - 1; word >= 0; word--)
    for (let label = 0; label < LABELS; label++) {
      if (word === length - 1) {
        if (mayEnd[label]) backward[word * LABELS + label] = 0;
        continue;
      }
      const next = (word + 1) * LABELS;
      backward[word * LABELS + label] = logSum(
        allowed[label] ?? [],
        (after) =>
          (backward[next + after] ?? 0) +
          (scores[next + after] ?? 0) +
          (steps[label * LABELS + after] ?? 0),
      );
    }
  const last = (length - 1) * LABELS;
  let total = Number.NEGATIVE_INFINITY;
  for (let label = 0; label < LABELS; label++)
    if (mayEnd[label]) total = logAdd(total, forward[last + label] ?? 0);

  const words = forward.map((value, at) => Math.exp(value + (backward[at] ?? 0) - total));
  const stepChances = new Float64Array(LABELS * LABELS);
  for (let label = 0; label < LABELS; label++) stepChances[label] = words[label] ?? 0;
  for (let word = 1; word < length; word++)
    for (let label = 0; label < LABELS; label++)
      for (const before of allowedBefore[label] ?? []) {
        const chance = Math.exp(
          (forward[(word - 1) * LABELS + before] ?? 0) +
            (steps[before * LABELS + label] ?? 0) +
            (scores[word * LABELS + label] ?? 0) +
            (backward[word * LABELS + label] ?? 0) -
            total,
        );
        const at = before * LABELS + label;
        stepChances[at] = (stepChances[at] ?? 0) + chance;
      }
  return { total, words, steps: stepChances, forward, backward };
}

function logSum(of: readonly number[], value: (index: number) => number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const index of of) most = Math.max(most, value(index));
  if (most === Number.NEGATIVE_INFINITY) return most;
  let sum = 0;
  for (const index of of) sum += Math.exp(value(index) - most);
  return most + Math.log(sum);
}

function logAdd(a: number, b: number): number {
  if (a === Number.NEGATIVE_INFINITY) return b;
  if (b === Number.NEGATIVE_INFINITY) return a;
  return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
}

/** Returns how likely it is that the words of a span have just these labels, each in its place. */
export function chanceOf(
  { total, forward, backward }: Chances,
  scores: Float32Array,
  steps: Float32Array,
  labels: Uint8Array,
  [from, to]: readonly [number, number],
): number {
  const at = (word: number) => word * LABELS + (labels[word] ?? 0);
  let sum = (forward[at(from)] ?? 0) + (backward[at(to - 1)] ?? 0) - total;
  for (let word = from + 1; word < to; word++)
    sum +=
      (scores[at(word)] ?? 0) +
      (steps[(labels[word - 1] ?? 0) * LABELS + (labels[word] ?? 0)] ?? 0);
  return Math.min(1, Math.exp(sum));
}
