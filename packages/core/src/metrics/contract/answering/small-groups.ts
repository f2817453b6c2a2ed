/** Figures of fewer people than this tell on them. */
export const FEWEST_PEOPLE = 5;

type Told = { value: number | null; n: number; people: number };

/**
 * Keeps back the values of points that tell of fewer than five people. Where it is one point alone, the next smallest goes too: else the
 * rest of the whole would tell it. Returns the points and the number that was kept back.
 */
export function withoutSmallGroups<Point extends Told>(
  points: readonly Point[],
): { points: Point[]; suppressed: number } {
  const isSmall = ({ people }: Told) => people > 0 && people < FEWEST_PEOPLE;
  const small = new Set(points.filter(isSmall));
  if (small.size === 1) {
    const [next] = points
      .filter((point) => point.people >= FEWEST_PEOPLE)
      .toSorted((one, other) => one.people - other.people);
    if (next) small.add(next);
  }
  return {
    points: points.map((point) => (small.has(point) ? { ...point, value: null, n: 0 } : point)),
    suppressed: small.size,
  };
}
