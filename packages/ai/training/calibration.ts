import { softmax } from "../src/understanding/vectors";

/** A prediction's confidence, and if the prediction was right. */
export type Outcome = { confidence: number; isRight: boolean };

/** Returns the temperature at which the logits of held-out documents are most likely. */
export function fitTemperature(cases: readonly { logits: number[]; right: number }[]): number {
  const loss = (temperature: number) =>
    cases.reduce((sum, { logits, right }) => {
      const probability = softmax(logits.map((logit) => logit / temperature))[right] ?? 0;
      return sum - Math.log(Math.max(1e-9, probability));
    }, 0);
  const candidates = Array.from({ length: 60 }, (_, index) => 0.2 * 1.06 ** index);
  return candidates.reduce((best, candidate) => (loss(candidate) < loss(best) ? candidate : best));
}

/** Returns the expected calibration error in ten bins, from 0 to 1. */
export function calibrationError(outcomes: readonly Outcome[]): number {
  const bins = Array.from({ length: 10 }, (_, bin) =>
    outcomes.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin),
  );
  return bins.reduce((sum, bin) => {
    if (bin.length === 0) return sum;
    const confidence = bin.reduce((total, each) => total + each.confidence, 0) / bin.length;
    return sum + (bin.length / outcomes.length) * Math.abs(confidence - accuracy(bin));
  }, 0);
}

export function accuracy(outcomes: readonly Outcome[]): number {
  return outcomes.filter(({ isRight }) => isRight).length / Math.max(1, outcomes.length);
}

/** Returns the share of cases answered at a threshold, and the share of those that are right. */
export function atThreshold(outcomes: readonly Outcome[], threshold: number) {
  const answered = outcomes.filter(({ confidence }) => confidence >= threshold);
  return {
    coverage: answered.length / Math.max(1, outcomes.length),
    precision: accuracy(answered),
  };
}

/** Returns the least threshold at which the answered cases reach the wanted precision. */
export function chooseThreshold(outcomes: readonly Outcome[], precision: number): number {
  for (let threshold = 0.2; threshold < 0.95; threshold += 0.01)
    if (atThreshold(outcomes, threshold).precision >= precision)
      return Math.round(threshold * 100) / 100;
  return 0.95;
}
