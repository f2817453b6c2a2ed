import type { ForecastWay } from "../../forecast-words";
import { medianOf, type Series } from "../series";
import { setAside } from "../set-aside";
import { dampedTrend, holtWinters } from "./holt-winters";
import { averageSeasons, lastSeason } from "./seasonal";
import { drift, lastLevel, line, theta, usualSeason } from "./trends";

/** The steps ahead, as each way says them. */
export type Paths = Record<ForecastWay, number[]>;

type Path = (series: Series, horizon: number) => number[];

/**
 * Returns what each way to forecast says of the steps after a series, never below zero. All but `lastSeason` see it without short runs of
 * unusual figures. `middle` is the median of the others.
 */
export function pathsOf(series: Series, horizon: number): Paths {
  const { series: usual } = setAside(series);
  const of = (path: Path) => path(usual, horizon).map((value) => Math.max(0, value));
  const paths = {
    usualSeason: of(usualSeason),
    averageSeasons: of(averageSeasons),
    drift: of(drift),
    line: of(line),
    lastLevel: of(lastLevel),
    holtWinters: of(holtWinters),
    dampedTrend: of(dampedTrend),
    theta: of(theta),
  };
  return {
    ...paths,
    lastSeason: lastSeason(series, horizon),
    middle: Array.from({ length: horizon }, (_, step) =>
      medianOf(Object.values(paths).map((path) => path[step] ?? 0)),
    ),
  };
}
