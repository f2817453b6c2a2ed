import { listMetrics } from "../metrics/list-metrics";
import { readMetrics } from "../metrics/read-metrics";
import { flow } from "../operation/flow";
import { Forecast, ForecastQuery } from "./contract/forecast";
import { forecastOf, historyOf } from "./contract/forecast-of";

/**
 * Forecasts a figure from its history, if forecasts of the past were better than repeating the last season; otherwise says why not. Throws
 * `NOT_FOUND`.
 */
export const forecastMetric = flow("forecasts.forecast-metric", {
  title: "Forecast a figure",
  permission: "document.read",
  input: ForecastQuery,
  output: Forecast,
  doors: ["web"],
  audit: { notAudited: "It reads figures that its caller may read." },

  async handle({ caller, clock }, query) {
    const { items: definitions } = await listMetrics(caller, {});
    const { outcomes } = await readMetrics(caller, { queries: [historyOf(query, clock())] });
    return forecastOf(query, { outcome: outcomes[0], definitions });
  },
});
