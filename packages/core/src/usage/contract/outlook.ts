const DAY_MS = 86_400_000;
/** The days of the history that a forecast takes, and the fewest that it needs. */
export const HISTORY_DAYS = 28;
const FEWEST_DAYS = 7;
/** 80 of 100 outcomes of a normal distribution lie within so many deviations. */
const DEVIATIONS = 1.2816;

/** The forecast of a meter: its use at the end of the month, and the day on which its limit is reached. The interval holds 80 of 100 outcomes. */
export type Outlook = {
  atEnd: { low: number; likely: number; high: number } | null;
  runsOut: { likely: Date | null; earliest: Date | null };
};

type Given = {
  /** The use on each of the last whole days, the oldest first. Days without use are 0. */
  days: readonly number[];
  used: number;
  hard: number | null;
  now: Date;
  /** The end of the period, at which use begins again from 0; null: it never does. */
  endsAt: Date | null;
};

/** Continues the mean of the last four weeks in a straight line. Returns null for less than a week of history. */
export function outlookOf({ days, used, hard, now, endsAt }: Given): Outlook | null {
  if (days.length < FEWEST_DAYS) return null;
  const mean = days.reduce((sum, value) => sum + value, 0) / days.length;
  const spread = Math.sqrt(
    days.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, days.length - 1),
  );
  const left = endsAt === null ? null : Math.max(0, (endsAt.getTime() - now.getTime()) / DAY_MS);
  // Of the rate itself, and of the days to come.
  const doubt = (ahead: number) =>
    DEVIATIONS * spread * Math.sqrt(ahead + ahead ** 2 / days.length);
  const at = (ahead: number, side: number) =>
    Math.max(0, Math.round(used + mean * ahead + side * doubt(ahead)));
  const reached = (side: number): Date | null => {
    if (hard === null) return null;
    const most = Math.ceil(left ?? MOST_DAYS);
    for (let ahead = 0; ahead <= most; ahead += 1)
      if (at(Math.min(ahead, left ?? ahead), side) >= hard)
        return new Date(now.getTime() + Math.min(ahead, left ?? ahead) * DAY_MS);
    return null;
  };
  return {
    atEnd: left === null ? null : { low: at(left, -1), likely: at(left, 0), high: at(left, 1) },
    runsOut: { likely: reached(0), earliest: reached(1) },
  };
}

/** No day further ahead is named. */
const MOST_DAYS = 365;
