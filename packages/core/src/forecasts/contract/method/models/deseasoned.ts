import { meanOf, type Series } from "../series";

/** A series without its season, and what a level is with the season of a place. */
export type Deseasoned = { values: number[]; seasoned(level: number, at: number): number };

/** A season that leaves more of what it shall explain is chance: seven free means explain some of any series. */
const MOST_LEFT = 0.85;
/** A place whose share of the mean is less says too little of the level. */
const LEAST_SHARE = 0.25;

/**
 * Takes the season out, by what it adds to each place or by what it multiplies, whichever leaves less; not if there is none. The season of each place is the mean of
 * what is left without a moving mean of one season.
 */
export function deseasoned(series: Series): Deseasoned {
  const { values, period } = series;
  if (period < 2 || values.length < 2 * period)
    return { values: [...values], seasoned: (level) => level };
  const level = movingMean(values, period);
  const none: Deseasoned = { values: [...values], seasoned: (each) => each };
  const leftBy = ({ seasoned }: Deseasoned) =>
    values.reduce((sum, value, at) => {
      const mean = level[at];
      return mean === undefined || Number.isNaN(mean)
        ? sum
        : sum + (value - seasoned(mean, at)) ** 2;
    }, 0);
  const [adding, multiplying] = [added(series, level), multiplied(series, level)];
  const best = leftBy(adding) <= leftBy(multiplying) ? adding : multiplying;
  return leftBy(best) < MOST_LEFT * leftBy(none) ? best : none;
}

function added({ values, period }: Series, level: readonly number[]): Deseasoned {
  const parts = seasonOf(values, period, level, (value, mean) => value - mean);
  const middle = meanOf(parts);
  const partAt = (at: number) => (parts[at % period] ?? 0) - middle;
  return {
    values: values.map((value, at) => value - partAt(at)),
    seasoned: (each, at) => each + partAt(at),
  };
}

function multiplied({ values, period }: Series, level: readonly number[]): Deseasoned {
  const parts = seasonOf(values, period, level, (value, mean) => (mean > 0 ? value / mean : 0));
  const middle = meanOf(parts);
  const partAt = (at: number) => (middle > 0 ? (parts[at % period] ?? 1) / middle : 1);
  const known: number[] = [];
  return {
    values: values.map((value, at) => {
      if (partAt(at) >= LEAST_SHARE) known.push(value / partAt(at));
      return partAt(at) >= LEAST_SHARE || known.length === 0
        ? (known.at(-1) ?? value)
        : meanOf(known.slice(-period));
    }),
    seasoned: (each, at) => each * partAt(at),
  };
}

function seasonOf(
  values: readonly number[],
  period: number,
  level: readonly number[],
  compare: (value: number, mean: number) => number,
): number[] {
  const places: number[][] = Array.from({ length: period }, () => []);
  values.forEach((value, at) => {
    const mean = level[at];
    if (mean !== undefined && !Number.isNaN(mean)) places[at % period]?.push(compare(value, mean));
  });
  return places.map((place) => (place.length > 0 ? meanOf(place) : 0));
}

/** Returns the mean of the season around each place, half of the outermost of an even season; NaN at both ends. */
function movingMean(values: readonly number[], period: number): number[] {
  const half = Math.floor(period / 2);
  const isEven = period % 2 === 0;
  return values.map((_, at) => {
    if (at < half || at + half >= values.length) return Number.NaN;
    let sum = 0;
    for (let beside = -half; beside <= half; beside += 1) {
      const weight = isEven && Math.abs(beside) === half ? 0.5 : 1;
      sum += weight * (values[at + beside] ?? 0);
    }
    return sum / period;
  });
}
