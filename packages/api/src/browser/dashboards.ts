export type {
  DashboardContent,
  DashboardDraft,
  Tile,
  TileQuestion,
} from "@besunny/core/dashboards/contract/dashboard";
export {
  COLUMNS,
  mostDashboardFilters,
  mostMetrics,
  mostTiles,
  type RangePreset,
  rangePresets,
  tileGrains,
} from "@besunny/core/dashboards/contract/dashboard-words";
export {
  changesBetween,
  type DashboardChange,
  mergeDrafts,
} from "@besunny/core/dashboards/contract/merge";
export { tileQueries, toggled } from "@besunny/core/dashboards/contract/tile-queries";
export { daysRange, grainFor, presetRange } from "@besunny/core/dashboards/contract/time-range";
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
