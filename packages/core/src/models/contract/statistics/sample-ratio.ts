import { logWealth } from "./betting";

/** Equal arms are expected, so the bet is near to them. */
const FIRMNESS = 100;
/** A wrong alarm stops a good experiment, and a true fault soon passes any bound. */
const ALPHA = 0.001;

/**
 * Returns whether the arms have other shares of the documents than they should: then the split is broken and no result counts. It may be
 * asked at every look.
 */
export function isRatioBroken(counts: { first: number; second: number }, share: number): boolean {
  if (share <= 0 || share >= 1) return false;
  const bet = { for: FIRMNESS * share, against: FIRMNESS * (1 - share) };
  const wealth = logWealth({ happened: counts.second, not: counts.first }, share, bet);
  return wealth >= -Math.log(ALPHA);
}
