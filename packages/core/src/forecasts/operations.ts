import { forecastMetric } from "./forecast-metric";

/** Every operation of the slice. */
export const forecastsOperations = [forecastMetric] as const;
