import { meanOf } from "./series";

/** Forecasts and what came, step by step, from one origin of the past. */
export type Compared = { origin: number; path: readonly number[]; actual: readonly number[] };

/** The least comparisons of which an interval can be made. */
const LEAST_SCORES = 10;
/** The share of the mean whose error a figure near zero has, if errors grow with the figure. */
const LEAST_OF_MEAN = 0.15;

/** The size of an error: one for all, or growing with the figure. */
type Sizing = (value: number, mean: number) => number;
const sizings: readonly Sizing[] = [
  () => 1,
  (value, mean) => Math.max(value, mean * LEAST_OF_MEAN, Number.MIN_VALUE),
];

/**
 * Returns how far to both sides of each step of a path this share of the figures is. It is split conformal prediction with the errors of the
 * back-test: no shape of the errors is assumed. Errors of all steps count together, each in the usual error of its step. Of errors of one
 * size and errors that grow with the figure, it takes what makes the narrower interval. Null: too few errors.
 */
export function widthsOf(
  folds: readonly Compared[],
  path: readonly number[],
  share: number,
): number[] | null {
  const ways = sizings.flatMap((sizing) => {
    const widths = widthsBy(sizing, folds, path, share);
    return widths ? [{ widths, sum: widths.reduce((sum, width) => sum + width, 0) }] : [];
  });
  const [one, other] = ways;
  return (one && other && other.sum < one.sum ? other : one)?.widths ?? null;
}

function widthsBy(
  sizing: Sizing,
  folds: readonly Compared[],
  path: readonly number[],
  share: number,
): number[] | null {
  const sized = folds.map(({ path: said, actual }) => {
    const mean = meanOf(said);
    return said.map(
      (value, step) => Math.abs(value - (actual[step] ?? value)) / sizing(value, mean),
    );
  });
  const scale = scalesOf(sized);
  const scores = sized
    .flatMap((errors) => errors.map((error, step) => error / (scale[step] ?? 1)))
    .sort((one, other) => one - other);
  if (scores.length < LEAST_SCORES) return null;
  const rank = Math.min(scores.length, Math.ceil((scores.length + 1) * share));
  const score = scores[rank - 1] ?? 0;
  const mean = meanOf(path);
  return path.map((value, step) => score * (scale[step] ?? 1) * sizing(value, mean));
}

/**
 * Measures the share of figures that lay in intervals made of other folds: for each fold, of those whose days are not its own. Null if there
 * are none.
 */
export function coverageOf(
  folds: readonly Compared[],
  share: number,
): { measured: number | null; figures: number } {
  let inside = 0;
  let figures = 0;
  for (const { origin, path, actual } of folds) {
    const others = folds.filter((other) => Math.abs(other.origin - origin) >= path.length);
    const widths = widthsOf(others, path, share);
    if (!widths) continue;
    path.forEach((value, step) => {
      const came = actual[step];
      if (came === undefined) return;
      figures += 1;
      if (Math.abs(came - value) <= (widths[step] ?? 0)) inside += 1;
    });
  }
  return { measured: figures > 0 ? inside / figures : null, figures };
}

/** The usual error at each step, which never falls with the distance: what a step lacks is taken from its neighbours. */
function scalesOf(folds: readonly (readonly number[])[]): number[] {
  const horizon = Math.max(0, ...folds.map((errors) => errors.length));
  const means = Array.from({ length: horizon }, (_, step) =>
    meanOf(folds.flatMap((errors) => errors[step] ?? [])),
  );
  const rising = neverFalling(means);
  const whole = rising.reduce((sum, each) => sum + each, 0) / Math.max(1, rising.length);
  return rising.map((each) => Math.max(each, whole * 0.1, Number.MIN_VALUE));
}

/** Returns the nearest series that never falls, by pooling neighbours that do. */
function neverFalling(values: readonly number[]): number[] {
  const pools: { sum: number; count: number }[] = [];
  for (const value of values) {
    pools.push({ sum: value, count: 1 });
    for (;;) {
      const [before, last] = pools.slice(-2);
      if (!(before && last) || before.sum / before.count <= last.sum / last.count) break;
      pools.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  }
  return pools.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
}
