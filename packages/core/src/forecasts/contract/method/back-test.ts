import { type ForecastModel, forecastModels } from "../forecast-words";
import { pathsOf } from "./models/models";
import type { Series } from "./series";

/** A forecast from an origin, by the way that was best at the origins before, and what came. */
export type Fold = { origin: number; path: number[]; actual: number[] };

export type BackTest = {
  folds: Fold[];
  /** The way that was best at all origins together. */
  model: ForecastModel;
  /** The mean error of the folds, in those of repeating the last season; null if that made none. */
  mase: number | null;
};

const LEAST_FOLDS = 6;
const MOST_FOLDS = 24;
/** The origins at which a way has to prove itself before it may be chosen. */
const FOLDS_BEFORE_CHOICE = 3;
/** The most error of a single way, in that of the middle, to be chosen instead. */
const CLEARLY = 0.97;

/** Returns the length that a series must have to be forecast so many steps ahead. */
export function neededFor(period: number, horizon: number): number {
  return Math.max(6 * period, 2 * period + horizon + LEAST_FOLDS - 1, 16);
}

/**
 * Forecasts from up to 24 origins of the past and compares with what came. Each fold is forecast by the way that was best before it, so that
 * the error includes that of the choice. The series has at least `neededFor` figures.
 */
export function backTest(series: Series, horizon: number): BackTest {
  const { values, period } = series;
  const folds: Fold[] = [];
  const errors = new Map<ForecastModel, number>(forecastModels.map((model) => [model, 0]));
  let made = 0;
  for (const origin of originsOf(values.length, period, horizon)) {
    const paths = pathsOf({ values: values.slice(0, origin), period }, horizon);
    const actual = values.slice(origin, origin + horizon);
    const path = paths[folds.length < FOLDS_BEFORE_CHOICE ? "middle" : bestOf(errors)];
    folds.push({ origin, path, actual });
    made += distanceOf(path, actual);
    for (const model of forecastModels)
      errors.set(model, (errors.get(model) ?? 0) + distanceOf(paths[model], actual));
  }
  const byRepeating = errors.get("lastSeason") ?? 0;
  return { folds, model: bestOf(errors), mase: byRepeating > 0 ? made / byRepeating : null };
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

/** The middle of all ways, unless one was clearly better. `lastSeason` is what they are measured by, and is never chosen. */
function bestOf(errors: ReadonlyMap<ForecastModel, number>): ForecastModel {
  let best: ForecastModel = "middle";
  let least = CLEARLY * (errors.get("middle") ?? 0);
  for (const [model, error] of errors)
    if (model !== "lastSeason" && error < least) [best, least] = [model, error];
  return best;
}

function distanceOf(path: readonly number[], actual: readonly number[]): number {
  return path.reduce((sum, value, step) => sum + Math.abs(value - (actual[step] ?? value)), 0);
}
