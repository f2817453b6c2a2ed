import { randomOf } from "../../src/quality/statistics/random-of";

/** The shapes of series that forecasts are tried on. */
export const seriesKinds = [
  "weekly",
  "trend",
  "zeroes",
  "strike",
  "holidays",
  "shift",
  "walk",
  "noise",
] as const;
export type SeriesKind = (typeof seriesKinds)[number];

const weekdays = [1.2, 1.3, 1.25, 1.1, 0.9, 0.2, 0.05];

/** Returns a made series of daily counts. The same kind, seed and length give the same series, whose beginning is that of a longer one. */
export function aSeries(kind: SeriesKind, seed: number, length: number): number[] {
  const random = randomOf(seed * 31 + seriesKinds.indexOf(kind));
  const level = 40 + 400 * random();
  const noise = 0.08 + 0.2 * random();
  const strikeAt = Math.floor(length * (0.6 + 0.3 * random()));
  const shiftAt = Math.floor(length * (0.45 + 0.3 * random()));
  const slope = (0.5 + random()) / 100;
  let walked = level;
  return Array.from({ length }, (_, day) => {
    const week = weekdays[day % 7] ?? 1;
    const around = 1 + noise * normal(random);
    walked = Math.max(5, walked + level * 0.05 * normal(random));
    const usual = level * week * around;
    const values: Record<SeriesKind, number> = {
      weekly: usual,
      trend: usual * (1 + slope * day),
      zeroes: random() < 0.55 ? 0 : level * 0.05 * around,
      strike: day >= strikeAt && day < strikeAt + 7 ? 0 : usual,
      holidays: day % 61 === Math.floor(level) % 61 ? 0 : usual,
      shift: day < shiftAt ? usual : usual * 1.8,
      walk: walked,
      noise: level * around,
    };
    return Math.max(0, Math.round(values[kind]));
  });
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(random() || 1e-12)) * Math.cos(2 * Math.PI * random());
}
