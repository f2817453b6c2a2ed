import { COVERAGE, type ForecastModel } from "../forecast-words";
import { type BackTest, backTest, mixedPath, neededFor } from "./back-test";
import { type Compared, coverageOf, widthsOf } from "./interval";
import { pathsOf } from "./models/models";
import type { Series } from "./series";
import { setAside } from "./set-aside";

export type Step = { value: number; low: number; high: number };

type Judged = {
  have: number;
  folds: number;
  mase: number | null;
};

/** A forecast, or why there is none. */
export type Made =
  | { state: "short"; have: number; needed: number }
  | ({ state: "noBetter" | "repeats" } & Judged)
  | ({
      state: "shown";
      model: ForecastModel;
      steps: Step[];
      /** The sum of the steps up to each, with an interval of its own. */
      sums: Step[];
      /** The share of past figures in intervals that were made without them; null where there were too few to tell. */
      coverage: number | null;
      coverageFigures: number;
      /** The places of the series that were taken as unusual, counted back from its end, from 0. */
      unusual: number[];
    } & Judged);

/**
 * Forecasts a series so many steps ahead, with intervals that hold nine figures of ten. There is a forecast only if the history is long enough
 * and if forecasting from past origins was better than repeating the last season. The same series has the same forecast.
 */
export function makeForecast(given: Series, horizon: number): Made {
  const series = withoutEmptyBeginning(given);
  const have = series.values.length;
  const needed = neededFor(series.period, horizon);
  if (have < needed) return { state: "short", have, needed };
  const tested = backTest(series, horizon);
  const judged = { have, folds: tested.folds.length, mase: tested.mase };
  if (tested.mase === null) return { state: "repeats", ...judged };
  if (tested.mase >= 1) return { state: "noBetter", ...judged };
  return { state: "shown", ...judged, ...shown(series, horizon, tested) };
}

function shown(series: Series, horizon: number, { folds, errors }: BackTest) {
  const path = mixedPath(pathsOf(series, horizon), errors);
  const { measured, figures } = coverageOf(folds, COVERAGE);
  const { places } = setAside(series);
  const { length } = series.values;
  return {
    model: "mixed" as const,
    steps: stepsOf(path, folds),
    sums: stepsOf(
      summedUp(path),
      folds.map((fold) => ({
        ...fold,
        path: summedUp(fold.path),
        actual: summedUp(fold.actual),
      })),
    ),
    coverage: measured,
    coverageFigures: figures,
    unusual: places.map((place) => length - 1 - place),
  };
}

function stepsOf(path: readonly number[], folds: readonly Compared[]): Step[] {
  const widths = widthsOf(folds, path, COVERAGE);
  return path.map((value, step) => {
    const width = widths?.[step] ?? 0;
    return { value, low: Math.max(0, value - width), high: value + width };
  });
}

function summedUp(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}

/** Leaves out the time before the first figure: a workspace that did not exist yet had no quiet weeks. */
function withoutEmptyBeginning({ values, period }: Series): Series {
  const first = values.findIndex((value) => value !== 0);
  return { values: first < 0 ? [] : values.slice(first), period };
}
