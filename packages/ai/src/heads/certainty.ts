/** Returns probabilities whose logarithms are these scores, but for a constant. */
export function probabilities(
  scores: readonly number[] | Float64Array,
  sharpness = 1,
): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) most = Math.max(most, score);
  const raised = Float64Array.from(scores, (score) => Math.exp(sharpness * (score - most)));
  let sum = 0;
  for (const value of raised) sum += value;
  return raised.map((value) => value / sum);
}

/** Scores of a case that the fitted model has not seen, and the place of its true class; -1 if the class was not learned. */
export type Unseen = { scores: Float64Array; truth: number };

/** Returns the mean of -ln(probability of the truth). */
export function logLoss(cases: readonly Unseen[], sharpness: number): number {
  let sum = 0;
  let count = 0;
  for (const { scores, truth } of cases) {
    if (truth < 0) continue;
    sum -= Math.log(Math.max(1e-9, probabilities(scores, sharpness)[truth] ?? 0));
    count += 1;
  }
  return sum / Math.max(1, count);
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;
const STEPS = 24;

/** Returns the sharpness with which the scores give the truth the greatest likelihood, by golden section. */
export function fitSharpness(cases: readonly Unseen[]): number {
  let [low, high] = [Math.log(0.05), Math.log(60)];
  for (let step = 0; step < STEPS; step++) {
    const [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
    if (logLoss(cases, Math.exp(left)) < logLoss(cases, Math.exp(right))) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

/**
 * Returns the least confidence from which on the share of errors stays below the target. Each bound counts one error more than was seen, so
 * that a few lucky cases prove nothing. Returns null if no confidence keeps the target.
 */
export function thresholdFor(
  judged: readonly { confidence: number; isRight: boolean }[],
  errorTarget: number,
): number | null {
  const sorted = [...judged].sort((a, b) => b.confidence - a.confidence);
  let errors = 0;
  let threshold: number | null = null;
  for (const [index, { confidence, isRight }] of sorted.entries()) {
    if (!isRight) errors += 1;
    const isLast = sorted[index + 1]?.confidence !== confidence;
    if (isLast && (errors + 1) / (index + 2) <= errorTarget) threshold = confidence;
  }
  return threshold;
}
