/** The ways to forecast that a back-test chooses among. `lastSeason` repeats the same day of last week and is what the others must beat. */
export const forecastModels = [
  "lastSeason",
  "usualSeason",
  "averageSeasons",
  "drift",
  "holtWinters",
  "dampedTrend",
  "theta",
  "middle",
] as const;
export type ForecastModel = (typeof forecastModels)[number];

/** The answers to whether a forecast is shown, and if not, why. */
export const forecastStates = ["shown", "short", "noBetter", "repeats"] as const;
export type ForecastState = (typeof forecastStates)[number];

/** The share of the figures that shall lie in the interval. */
export const COVERAGE = 0.9;
