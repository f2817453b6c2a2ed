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
  type DrillKind,
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
