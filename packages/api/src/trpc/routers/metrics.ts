import { drillMetric } from "@besunny/core/metrics/drill-metric";
import { listMetrics } from "@besunny/core/metrics/list-metrics";
import { listProjectRows } from "@besunny/core/metrics/list-project-rows";
import { readMetrics } from "@besunny/core/metrics/read-metrics";
import { readProjectAnalytics } from "@besunny/core/metrics/read-project-analytics";
import { drillMetric as drillAnyMetric } from "@besunny/core/platform/metrics/drill-metric";
import { listMetrics as listAllMetrics } from "@besunny/core/platform/metrics/list-metrics";
import { readMetrics as readAnyMetrics } from "@besunny/core/platform/metrics/read-metrics";

import { router } from "../init";
import { platformQuery, query } from "../operations";

export const metricsRouter = router({
  list: query(listMetrics, ({ items }, tell) => ({
    items: items.map((metric) => ({
      ...metric,
      title: tell(metric.title),
      definition: tell(metric.definition),
    })),
  })),
  read: query(readMetrics, ({ outcomes }, tell) => ({
    outcomes: outcomes.map((outcome) =>
      outcome.ok ? outcome : { ...outcome, message: tell(outcome.message) },
    ),
  })),
  drill: query(drillMetric),
  ofProject: query(readProjectAnalytics),
  projectRows: query(listProjectRows),
});

export const adminMetricsRouter = router({
  list: platformQuery(listAllMetrics),
  read: platformQuery(readAnyMetrics),
  drill: platformQuery(drillAnyMetric),
});
