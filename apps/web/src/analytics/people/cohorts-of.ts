import type { MetricAnswer } from "@besunny/api/browser/figures";

/** The people of a first week, and the share of them that was active in each week after. Null: too few people to tell. */
export type Cohort = { at: Date; people: number | null; shares: (number | null)[] };

const WEEK_MS = 7 * 86_400_000;

/** Sorts the points of an answer by first weeks. Weeks in which nobody began are left out, and so are weeks that are not over. */
export function cohortsOf({ points, asOf }: Pick<MetricAnswer, "points" | "asOf">): Cohort[] {
  const byWeek = new Map<number, Map<number, number | null>>();
  const isKept = (value: number | null, n: number) => value === null && n === 0;
  for (const { at, group, value, n } of points) {
    const [after] = group;
    if (!at || !after?.key) continue;
    const week = byWeek.get(at.getTime()) ?? new Map();
    week.set(Number(after.key), isKept(value, n) ? null : (value ?? 0));
    byWeek.set(at.getTime(), week);
  }
  return [...byWeek]
    .toSorted(([one], [other]) => one - other)
    .flatMap(([time, counts]) => {
      const people = counts.get(0) ?? null;
      if (people === 0) return [];
      const over = Math.max(0, Math.floor((asOf.getTime() - time) / WEEK_MS) - 1);
      const shares = Array.from({ length: over }, (_, place) => {
        const count = counts.get(place + 1);
        if (people === null || count === null) return null;
        return (count ?? 0) / people;
      });
      return [{ at: new Date(time), people, shares }];
    });
}
