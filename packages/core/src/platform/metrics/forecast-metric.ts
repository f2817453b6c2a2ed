import { Forecast, ForecastQuery } from "../../forecasts/contract/forecast";
import { forecastOf, historyOf } from "../../forecasts/contract/forecast-of";
import { platformFlow } from "../../operation/platform";
import { listMetrics } from "./list-metrics";
import { readMetrics } from "./read-metrics";

/** Forecasts a figure over all workspaces, or says why not. Throws `NOT_FOUND`. */
export const forecastMetric = platformFlow("platform.forecast-metric", {
  title: "Forecast a figure of all workspaces",
  permission: "platform.read",
  input: ForecastQuery,
  output: Forecast,
  doors: ["admin"],
  audit: { notAudited: "It reads figures that its caller may read." },

  async handle({ caller, clock }, query) {
    const { items: definitions } = await listMetrics(caller, {});
    const { outcomes } = await readMetrics(caller, { queries: [historyOf(query, clock())] });
    return forecastOf(query, { outcome: outcomes[0], definitions });
  },
});
