import { grains } from "../../metrics/contract/metric-words";

/** The people who see a dashboard: its owner, everybody in its workspace, or all platform admins. */
export const visibilities = ["me", "workspace", "platform"] as const;
export type Visibility = (typeof visibilities)[number];

/** Ranges that end now. `1d` are the last 24 hours; the others begin with a day in the time zone of the question. */
export const rangePresets = ["1d", "7d", "30d", "90d", "365d"] as const;
export type RangePreset = (typeof rangePresets)[number];

/** The parts that a tile cuts its range into; `auto` follows the length of the range. */
export const tileGrains = ["auto", ...grains] as const;
export type TileGrain = (typeof tileGrains)[number];

/** The width of the grid of a dashboard, in columns. */
export const COLUMNS = 12;
export const mostTiles = 40;
/** The most metrics of one tile, such as the steps of a funnel. */
export const mostMetrics = 6;
export const mostTileFilters = 3;
/** With those of a tile as many as one question may have. */
export const mostDashboardFilters = 7;
export const mostLinkDays = 90;
