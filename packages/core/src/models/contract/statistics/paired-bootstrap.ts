import { chanceOf } from "./chance";

/** A document with the scores that two releases have on it, such as 1 for right and 0 for wrong. */
export type Pair = { before: number; after: number; cluster: string };

/** The mean gain of the second release, with the interval that holds 95 % of the resampled gains. */
export type Gain = { gain: number; low: number; high: number };

const ROUNDS = 2_000;
const LEVEL = 0.05;

/**
 * Returns the gain of `after` over `before`. Whole clusters are drawn, because documents that are nearly the same are one observation. The
 * interval of a seed is always the same. Null without pairs.
 */
export function pairedBootstrap(pairs: readonly Pair[], seed: number): Gain | null {
  if (pairs.length === 0) return null;
  const clusters = [...Map.groupBy(pairs, ({ cluster }) => cluster).values()].map((own) => ({
    gain: own.reduce((sum, { before, after }) => sum + after - before, 0),
    documents: own.length,
  }));
  const next = chanceOf(seed);
  const gains = Float64Array.from({ length: ROUNDS }, () => {
    let gain = 0;
    let documents = 0;
    for (let drawn = 0; drawn < clusters.length; drawn++) {
      const cluster = clusters[Math.floor(next() * clusters.length)];
      gain += cluster?.gain ?? 0;
      documents += cluster?.documents ?? 0;
    }
    return gain / documents;
  }).sort();
  const at = (share: number) => gains[Math.round(share * (ROUNDS - 1))] ?? 0;
  return {
    gain: clusters.reduce((sum, { gain }) => sum + gain, 0) / pairs.length,
    low: at(LEVEL / 2),
    high: at(1 - LEVEL / 2),
  };
}

/** Returns whether a release is worse by more than chance explains. */
export function isWorseBeyondNoise(gain: Gain | null): boolean {
  return gain !== null && gain.high < 0;
}
