/** A share of cases with the interval that holds the true share in 95 of 100 samples. All are from 0 to 1. */
export type Share = { share: number; low: number; high: number };

/** The deviations of a normal distribution that hold 95 % of it. */
const Z = 1.959963984540054;

/** Returns a share with its Wilson interval, which also holds for few cases and for shares near 0 and 1. Null without cases. */
export function wilsonInterval(hits: number, cases: number): Share | null {
  if (cases === 0) return null;
  const share = hits / cases;
  const shrink = 1 + Z ** 2 / cases;
  const middle = (share + Z ** 2 / (2 * cases)) / shrink;
  const half = (Z / shrink) * Math.sqrt((share * (1 - share)) / cases + Z ** 2 / (4 * cases ** 2));
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
