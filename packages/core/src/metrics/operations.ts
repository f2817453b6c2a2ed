import { drillMetric } from "./drill-metric";
import { listMetrics } from "./list-metrics";
import { readMetrics } from "./read-metrics";

/** Every operation of the slice. */
export const metricsOperations = [drillMetric, listMetrics, readMetrics] as const;
