import type { Series } from "../series";
import { deseasoned } from "./deseasoned";
import { ahead } from "./seasonal";
import { slopeOf } from "./trends";

type Weights = { alpha: number; beta: number; gamma: number; damping: number };
type State = { level: number; trend: number; season: number[]; squares: number };

const alphas = [0.001, 0.03, 0.1, 0.2, 0.35, 0.6, 0.9];
const betas = [0, 0.03];
const gammas = [0, 0.15];
const dampings = [0.9, 0.98, 1];

/** Additive smoothing of level, damped trend and season by Holt and Winters; the weights are those with the least squares one step ahead. */
export function holtWinters(series: Series, horizon: number): number[] {
  const { values, seasoned } = deseasoned(series);
  const { period } = series;
  const season = Array.from({ length: period }, (_, place) => seasoned(levelAt(values), place));
  const middle = levelAt(season);
  return smoothedAhead(
    series.values,
    season.map((value) => value - middle),
    horizon,
  );
}

/** The same without a season, on the series without its season, which may multiply. */
export function dampedTrend(series: Series, horizon: number): number[] {
  const { values, seasoned } = deseasoned(series);
  return smoothedAhead(values, [0], horizon).map((level, step) =>
    seasoned(level, values.length + step),
  );
}

function smoothedAhead(values: readonly number[], season: number[], horizon: number): number[] {
  let best: { weights: Weights; state: State } | null = null;
  for (const start of startsOf(values, season))
    for (const weights of weightsOf(season.length > 1)) {
      const state = smooth(values, weights, start);
      if (!best || state.squares < best.state.squares) best = { weights, state };
    }
  if (!best) return ahead(horizon, () => 0);
  const { weights, state } = best;
  let trend = 0;
  return ahead(horizon, (step) => {
    trend += state.trend * weights.damping ** (step + 1);
    return state.level + trend + (state.season[(values.length + step) % season.length] ?? 0);
  });
}

/** The beginning may be like the first two weeks, like the whole, or on a line through the whole. */
function startsOf(values: readonly number[], season: number[]): State[] {
  const whole = levelAt(values);
  const slope = slopeOf(values);
  return [
    { level: levelAt(values.slice(0, 14)), trend: 0, season, squares: 0 },
    { level: whole, trend: 0, season, squares: 0 },
    { level: whole - (slope * (values.length + 1)) / 2, trend: slope, season, squares: 0 },
  ];
}

function weightsOf(hasSeason: boolean): Weights[] {
  return alphas.flatMap((alpha) =>
    betas.flatMap((beta) =>
      (hasSeason ? gammas : [0]).flatMap((gamma) =>
        dampings.map((damping) => ({ alpha, beta, gamma, damping })),
      ),
    ),
  );
}

function smooth(values: readonly number[], weights: Weights, start: State): State {
  const { alpha, beta, gamma, damping } = weights;
  const season = [...start.season];
  const { length: period } = season;
  let { level, trend, squares } = start;
  for (let at = 0; at < values.length; at += 1) {
    const place = at % period;
    const added = season[place] ?? 0;
    const expected = level + damping * trend;
    const error = (values[at] ?? 0) - expected - added;
    squares += error * error;
    const before = level;
    level = expected + alpha * error;
    trend = damping * trend + beta * (level - before - damping * trend);
    season[place] = added + gamma * (1 - alpha) * error;
  }
  return { level, trend, season, squares };
}

function levelAt(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
