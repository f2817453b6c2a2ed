import { type ForecastWay, forecastWays } from "../forecast-words";
import { type Paths, pathsOf } from "./models/models";
import type { Series } from "./series";

/** A forecast from an origin, by the ways as they did at the origins before, and what came. */
export type Fold = { origin: number; path: number[]; actual: number[] };

export type Errors = ReadonlyMap<ForecastWay, number>;

export type BackTest = {
  folds: Fold[];
  /** The errors of each way at all origins together. */
  errors: Errors;
  /** The mean error of the folds, in those of repeating the last season; null if that made none. */
  mase: number | null;
};

const LEAST_FOLDS = 6;
const MOST_FOLDS = 24;
/** The origins at which the ways have to prove themselves before they are weighed. */
const FOLDS_BEFORE_WEIGHTS = 3;
/** The steepness with which a weight falls with the error. Of powers from 4 to 32, this one was best on made series that the bench does not use. */
const STEEPNESS = 24;

/** Returns the length that a series must have to be forecast so many steps ahead. */
export function neededFor(period: number, horizon: number): number {
  return Math.max(6 * period, 2 * period + horizon + LEAST_FOLDS - 1, 16);
}

/**
 * Forecasts from up to 24 origins of the past and compares with what came. Each fold is forecast by the weights that the ways had before it, so
 * that the error includes that of the weighing. The series has at least `neededFor` figures.
 */
export function backTest(series: Series, horizon: number): BackTest {
  const { values, period } = series;
  const folds: Fold[] = [];
  const errors = new Map<ForecastWay, number>(forecastWays.map((way) => [way, 0]));
  let made = 0;
  for (const origin of originsOf(values.length, period, horizon)) {
    const paths = pathsOf({ values: values.slice(0, origin), period }, horizon);
    const actual = values.slice(origin, origin + horizon);
    const path = folds.length < FOLDS_BEFORE_WEIGHTS ? paths.middle : mixedPath(paths, errors);
    folds.push({ origin, path, actual });
    made += distanceOf(path, actual);
    for (const way of forecastWays)
      errors.set(way, (errors.get(way) ?? 0) + distanceOf(paths[way], actual));
  }
  const byRepeating = errors.get("lastSeason") ?? 0;
  return { folds, errors, mase: byRepeating > 0 ? made / byRepeating : null };
}

function originsOf(length: number, period: number, horizon: number): number[] {
  const first = 2 * period;
  const last = length - horizon;
  const step = Math.max(1, Math.min(horizon, Math.floor((last - first) / (MOST_FOLDS - 1))));
  // A step of whole weeks would begin on the same weekday each time.
  const uneven = step > 1 && step % period === 0 ? step - 1 : step;
  const origins: number[] = [];
  for (let at = last; at >= first && origins.length < MOST_FOLDS; at -= uneven) origins.push(at);
  return origins.reverse();
}

/**
 * Returns the mean of all ways, each weighted by how little it erred. `lastSeason` is what they are measured by, and has no weight.
 */
export function mixedPath(paths: Paths, errors: Errors): number[] {
  const ways = forecastWays.filter((way) => way !== "lastSeason");
  const least = Math.min(...ways.map((way) => errors.get(way) ?? 0));
  const weights = ways.map((way) => {
    const error = errors.get(way) ?? 0;
    return error === least ? 1 : (least / error) ** STEEPNESS;
  });
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return paths.middle.map(
    (_, step) =>
      ways.reduce((sum, way, at) => sum + (weights[at] ?? 0) * (paths[way][step] ?? 0), 0) / whole,
  );
}

function distanceOf(path: readonly number[], actual: readonly number[]): number {
  return path.reduce((sum, value, step) => sum + Math.abs(value - (actual[step] ?? value)), 0);
}
