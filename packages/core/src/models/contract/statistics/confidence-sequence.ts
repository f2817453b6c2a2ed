/** The count, the sum and the sum of squares of what was measured in one arm. They are enough for mean and variance. */
export type Arm = { count: number; sum: number; squares: number };

/** The difference of the means of two arms, with bounds that hold at all looks together. */
export type Difference = { difference: number; low: number; high: number };

export type SequenceSettings = {
  /** The share of experiments without a difference in which the bounds may ever exclude 0. */
  alpha: number;
  /** The number of measurements, both arms together, at which the bounds are to be narrowest. */
  expected: number;
};

/**
 * Returns the difference of `second` over `first` with its asymptotic confidence sequence (Waudby-Smith et al., 2021). It may be looked at
 * as often as one likes. Null before each arm has two measurements.
 */
export function confidenceSequence(
  first: Arm,
  second: Arm,
  { alpha, expected }: SequenceSettings,
): Difference | null {
  if (first.count < 2 || second.count < 2) return null;
  const n = first.count + second.count;
  const variance = n * (varianceOf(first) / first.count + varianceOf(second) / second.count);
  const half = halfWidth({ n, variance, alpha, expected });
  const difference = second.sum / second.count - first.sum / first.count;
  return { difference, low: difference - half, high: difference + half };
}

function halfWidth({
  n,
  variance,
  alpha,
  expected,
}: SequenceSettings & { n: number; variance: number }): number {
  // r², with which the bounds are narrowest at the expected number.
  const r2 = (-2 * Math.log(alpha) + Math.log(1 - 2 * Math.log(alpha))) / expected;
  const spread = n * r2 + 1;
  return Math.sqrt(((variance * 2 * spread) / (n ** 2 * r2)) * Math.log(Math.sqrt(spread) / alpha));
}

function varianceOf({ count, sum, squares }: Arm): number {
  return Math.max(0, (squares - sum ** 2 / count) / (count - 1));
}
