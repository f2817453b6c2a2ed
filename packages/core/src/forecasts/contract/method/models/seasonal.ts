import { meanOf, type Series, samePlaces } from "../series";

/** Repeats the last season. */
export function lastSeason(series: Series, horizon: number): number[] {
  return ahead(horizon, (step) => samePlaces(series, step, 1)[0] ?? 0);
}

/** The mean of the same place in the last seasons. */
export function averageSeasons(series: Series, horizon: number): number[] {
  return ahead(horizon, (step) => meanOf(samePlaces(series, step, 8)));
}

/** Returns a value for each step ahead, from 0. */
export function ahead(horizon: number, valueAt: (step: number) => number): number[] {
  return Array.from({ length: horizon }, (_, step) => valueAt(step));
}
