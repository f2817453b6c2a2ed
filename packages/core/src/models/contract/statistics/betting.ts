/** A bet on how often something happens: as if it had happened `for` times and not happened `against` times before. */
export type Bet = { for: number; against: number };

/** Nothing is known before. */
const open: Bet = { for: 1, against: 1 };

/**
 * Returns the logarithm of the wealth of somebody who bets against "it happens with this chance", after so many cases. If the chance is
 * true, the wealth ever passes 1 / alpha with a probability of at most alpha. That holds at all looks together, and for few cases.
 */
export function logWealth(
  { happened, not }: { happened: number; not: number },
  chance: number,
  bet: Bet = open,
): number {
  return (
    logRising(bet.for, happened) +
    logRising(bet.against, not) -
    logRising(bet.for + bet.against, happened + not) -
    happened * Math.log(chance) -
    not * Math.log(1 - chance)
  );
}

/** The decision on documents of which exactly one of two releases says the right thing. */
export type PairDecision = "after" | "before" | null;

/** Returns the better release, once the wealth of a bet against equal chances passes 1 / alpha; null before. */
export function decidePairs(
  { afterAlone, beforeAlone }: { afterAlone: number; beforeAlone: number },
  alpha: number,
): PairDecision {
  const wealth = logWealth({ happened: afterAlone, not: beforeAlone }, 0.5);
  if (wealth < -Math.log(alpha)) return null;
  return afterAlone > beforeAlone ? "after" : "before";
}

/** The logarithm of start x (start + 1) x ... with so many factors: a ratio of gamma functions, exact for whole numbers of cases. */
function logRising(start: number, factors: number): number {
  let sum = 0;
  for (let each = 0; each < factors; each++) sum += Math.log(start + each);
  return sum;
}
