import { medianOf, type Series } from "../series";
import { deseasoned } from "./deseasoned";
import { ahead } from "./seasonal";

/** Continues the line from the first season's middle to the last one's, with the season on top. */
export function drift(series: Series, horizon: number): number[] {
  const { values, seasoned } = deseasoned(series);
  const width = Math.max(1, Math.min(2 * series.period, Math.floor(values.length / 3)));
  const first = meanOfPart(values, 0, width);
  const last = meanOfPart(values, values.length - width, values.length);
  const slope = (last - first) / Math.max(1, values.length - width);
  return ahead(horizon, (step) =>
    seasoned(last + slope * (step + 1 + (width - 1) / 2), values.length + step),
  );
}

/** Continues the line with the least squares through the whole, with the season on top. */
export function line(series: Series, horizon: number): number[] {
  const { values, seasoned } = deseasoned(series);
  const [slope, middle] = [slopeOf(values), (values.length - 1) / 2];
  const level = meanOfPart(values, 0, values.length);
  return ahead(horizon, (step) =>
    seasoned(level + slope * (values.length + step - middle), values.length + step),
  );
}

/** The last figure, with the season on top. */
export function lastLevel(series: Series, horizon: number): number[] {
  const { values, seasoned } = deseasoned(series);
  return ahead(horizon, (step) => seasoned(values.at(-1) ?? 0, values.length + step));
}

/** The median of the last two seasons, with the season on top. */
export function usualSeason(series: Series, horizon: number): number[] {
  const { values, seasoned } = deseasoned(series);
  const level = medianOf(values.slice(-Math.max(5, 2 * series.period)));
  return ahead(horizon, (step) => seasoned(level, values.length + step));
}

const alphas = [0.005, 0.02, 0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8, 0.95];

/**
 * The theta method of Assimakopoulos and Nikolopoulos on the series without its season: exponential smoothing with half of the line's slope.
 */
export function theta(series: Series, horizon: number): number[] {
  const { values, seasoned } = deseasoned(series);
  const slope = slopeOf(values) / 2;
  const alpha = alphas.reduce((best, each) =>
    smoothed(values, each).squares < smoothed(values, best).squares ? each : best,
  );
  const { level } = smoothed(values, alpha);
  const after = (1 - (1 - alpha) ** values.length) / alpha;
  return ahead(horizon, (step) => seasoned(level + slope * (step + after), values.length + step));
}

function smoothed(values: readonly number[], alpha: number): { level: number; squares: number } {
  let level = meanOfPart(values, 0, 14);
  let squares = 0;
  for (const value of values) {
    squares += (value - level) ** 2;
    level += alpha * (value - level);
  }
  return { level, squares };
}

/** Returns the slope of the line with the least squares. */
export function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  let above = 0;
  let below = 0;
  values.forEach((value, at) => {
    above += (at - middle) * value;
    below += (at - middle) ** 2;
  });
  return below > 0 ? above / below : 0;
}

function meanOfPart(values: readonly number[], from: number, to: number): number {
  const part = values.slice(from, to);
  return part.reduce((sum, value) => sum + value, 0) / Math.max(1, part.length);
}
