import type { Share } from "./head-training";

const Z = 1.959964;

/** Returns a share with its 95 % Wilson score interval; of no cases, 0 with the interval from 0 to 1. */
export function wilson(successes: number, count: number): Share {
  if (count === 0) return { value: 0, low: 0, high: 1, count };
  const share = successes / count;
  const spread = Z * Math.sqrt((share * (1 - share)) / count + (Z * Z) / (4 * count * count));
  const middle = share + (Z * Z) / (2 * count);
  const size = 1 + (Z * Z) / count;
  return {
    value: share,
    low: Math.max(0, (middle - spread) / size),
    high: Math.min(1, (middle + spread) / size),
    count,
  };
}
