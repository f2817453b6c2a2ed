/** The ways to forecast. `lastSeason` repeats the same day of last week and is what the others must beat. */
export const forecastWays = [
  "lastSeason",
  "usualSeason",
  "averageSeasons",
  "drift",
  "line",
  "lastLevel",
  "holtWinters",
  "dampedTrend",
  "theta",
  "middle",
] as const;
export type ForecastWay = (typeof forecastWays)[number];

/** The ways, and `mixed`: the mean of all but the first by what they were worth in the past, which is what is shown. */
export const forecastModels = [...forecastWays, "mixed"] as const;
export type ForecastModel = (typeof forecastModels)[number];

/** The answers to whether a forecast is shown, and if not, why. */
export const forecastStates = ["shown", "short", "noBetter", "repeats"] as const;
export type ForecastState = (typeof forecastStates)[number];

/** The share of the figures that shall lie in the interval. */
export const COVERAGE = 0.9;
