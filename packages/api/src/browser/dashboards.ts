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
  mostTileFilters,
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
export { type Around, tileQueries, toggled } from "@besunny/core/dashboards/contract/tile-queries";
export { daysRange, grainFor, presetRange } from "@besunny/core/dashboards/contract/time-range";
