import { drillMetric } from "./drill-metric";
import { listMetrics } from "./list-metrics";
import { listProjectRows } from "./list-project-rows";
import { readMetrics } from "./read-metrics";
import { readProjectAnalytics } from "./read-project-analytics";

/** Every operation of the slice. */
export const metricsOperations = [
  drillMetric,
  listMetrics,
  listProjectRows,
  readMetrics,
  readProjectAnalytics,
] as const;
