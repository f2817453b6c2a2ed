import { chartKinds } from "@besunny/charts/chart-kinds";
import { z } from "zod";

import { comparisons, dimensions, mostBreakOuts } from "../../metrics/contract/metric-words";
import { MetricFilter, MetricQuery } from "../../metrics/contract/query";
import { count, idIn, instant } from "../../shapes";
import {
  COLUMNS,
  mostDashboardFilters,
  mostMetrics,
  mostTileFilters,
  mostTiles,
  rangePresets,
  tileGrains,
  visibilities,
} from "./dashboard-words";

/** The question of a tile. Its range, time zone and comparison are those of the dashboard, whose filters are added to its own. */
export const TileQuestion = z.object({
  /** More than one: figures of one kind beside each other, without break-outs. */
  metrics: z.array(MetricQuery.shape.metric).min(1).max(mostMetrics),
  grain: z.enum(tileGrains).default("auto"),
  breakOuts: z.array(z.enum(dimensions)).max(mostBreakOuts).default([]),
  filters: z.array(MetricFilter).max(mostTileFilters).default([]),
  limit: z.number().int().min(1).max(100).default(12),
});
export type TileQuestion = z.infer<typeof TileQuestion>;

/** A place in the grid, in columns and rows. */
export const TilePlace = z.object({
  x: z
    .number()
    .int()
    .min(0)
    .max(COLUMNS - 1),
  y: z.number().int().min(0).max(500),
  w: z.number().int().min(1).max(COLUMNS),
  h: z.number().int().min(1).max(20),
});
export type TilePlace = z.infer<typeof TilePlace>;

export const Tile = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** Empty: the title of its metric. */
  title: z.string().trim().max(80).default(""),
  kind: z.enum(chartKinds),
  question: TileQuestion,
  place: TilePlace,
});
export type Tile = z.infer<typeof Tile>;

/** Everything of a dashboard that is versioned, beside its title and description. */
export const DashboardContent = z.object({
  /** The range with which it opens. */
  range: z.enum(rangePresets).default("7d"),
  /** Null: the time zone of the reader. */
  timeZone: z.string().max(60).nullable().default(null),
  compare: z.enum(comparisons).default("before"),
  filters: z.array(MetricFilter).max(mostDashboardFilters).default([]),
  tiles: z
    .array(Tile)
    .max(mostTiles)
    .refine((tiles) => new Set(tiles.map(({ id }) => id)).size === tiles.length, {
      message: "Each tile needs an id of its own",
    })
    .default([]),
});
export type DashboardContent = z.infer<typeof DashboardContent>;

export const dashboardText = {
  title: z.string().trim().min(1, "Enter a title").max(80),
  description: z.string().trim().max(500).default(""),
};

/** The parts of a dashboard that people write. */
export const DashboardDraft = z.object({ ...dashboardText, content: DashboardContent });
export type DashboardDraft = z.infer<typeof DashboardDraft>;

const person = z.object({ id: idIn("usr"), name: z.string() });

/** A dashboard as its reader sees it. Those that come with the product have no owner, and nobody changes them. */
export const Dashboard = z.object({
  id: z.string(),
  isShipped: z.boolean(),
  version: count,
  ...dashboardText,
  content: DashboardContent,
  visibility: z.enum(visibilities),
  owner: person.nullable(),
  isMine: z.boolean(),
  /** True for its owner, and for those who may change what others share. */
  mayChange: z.boolean(),
  updatedAt: instant.nullable(),
  /** Not null: it was removed, and can be brought back. */
  removedAt: instant.nullable(),
});
export type Dashboard = z.infer<typeof Dashboard>;

/** A dashboard in the library. */
export const DashboardSummary = Dashboard.omit({ content: true, removedAt: true }).extend({
  tiles: count,
  /** The metrics that it shows, for search and for the catalogue of figures. */
  metrics: z.array(z.string()),
});
export type DashboardSummary = z.infer<typeof DashboardSummary>;

export const DashboardVersion = DashboardDraft.extend({
  version: count,
  madeAt: instant,
  madeBy: person.nullable(),
});
export type DashboardVersion = z.infer<typeof DashboardVersion>;

/** A link to a dashboard that has not ended, without its token. */
export const DashboardLink = z.object({
  id: idIn("dsl"),
  createdAt: instant,
  expiresAt: instant,
  openedCount: count,
  lastOpenedAt: instant.nullable(),
  createdBy: person.nullable(),
});

/** The id of a dashboard of people, or the name of a shipped one. */
export const dashboardKey = z.string().regex(/^(dsh_[0-9A-Za-z_]{1,56}|[a-z][a-z-]{1,40})$/);
