export { type Around, tileQueries } from "@besunny/core/dashboards/contract/tile-queries";
export { grainFor, presetRange } from "@besunny/core/dashboards/contract/time-range";
export {
  type Goal,
  type GoalName,
  type GoalState,
  goalState,
  goals,
} from "@besunny/core/metrics/contract/goal-words";
export {
  type Comparison,
  comparisons,
  type Dimension,
  dimensions,
  type Grain,
  grains,
  type MetricUnit,
} from "@besunny/core/metrics/contract/metric-words";
export type {
  MetricAnswer,
  MetricDefinition,
  MetricFilter,
  MetricOutcome,
  MetricQuery,
} from "@besunny/core/metrics/contract/query";
