import { z } from "zod";

import { cursorInput } from "../../cursor-input";
import { moment } from "../../moment";
import { count, instant, pageOf, paging } from "../../shapes";
import {
  comparisons,
  dimensions,
  drillKinds,
  grains,
  metricAudiences,
  metricKinds,
  metricUnits,
  mostBreakOuts,
  mostFilters,
  viewpoints,
} from "./metric-words";

const metricName = z
  .string()
  .max(60)
  .regex(/^[a-z]+\.[a-z-]+$/);

/** One condition on a question: the dimension has one of these values. `null` means rows that have none. */
export const MetricFilter = z.object({
  dimension: z.enum(dimensions),
  values: z.array(z.string().max(200).nullable()).min(1).max(50),
});
export type MetricFilter = z.infer<typeof MetricFilter>;

/** The range of a question: whole time without the end, and the zone in which its days begin. */
export const metricRange = {
  from: moment,
  to: moment,
  timeZone: z.string().max(60).default("UTC"),
};

/** A question for one figure. Filters whose dimension the figure lacks are left out, and the answer names them. */
export const MetricQuery = z.object({
  metric: metricName,
  ...metricRange,
  grain: z.enum(grains).default("none"),
  breakOuts: z.array(z.enum(dimensions)).max(mostBreakOuts).default([]),
  filters: z.array(MetricFilter).max(mostFilters).default([]),
  compare: z.enum(comparisons).default("none"),
  /** The most groups; the rest is summed up as one. */
  limit: z.number().int().min(1).max(100).default(20),
});
export type MetricQuery = z.infer<typeof MetricQuery>;

/** An entry of the catalogue of figures. */
export const MetricDefinition = z.object({
  name: metricName,
  title: z.string(),
  /** One or two sentences that say what is counted, and when it counts. */
  definition: z.string(),
  unit: z.enum(metricUnits),
  kind: z.enum(metricKinds),
  /** The table, or view of tables, whose rows are counted. */
  source: z.string(),
  dimensions: z.array(z.enum(dimensions)),
  /** True if the figures of parts add up to the figure of the whole. */
  isAdditive: z.boolean(),
  viewpoint: z.enum(viewpoints),
  audience: z.enum(metricAudiences),
  drill: z.enum(drillKinds).nullable(),
  /** Which way is good; null: neither. */
  better: z.enum(["up", "down"]).nullable(),
});
export type MetricDefinition = z.infer<typeof MetricDefinition>;

/** A value of a group's dimension: its key as filters take it, and its name for people. Null: rows that have none. */
export const GroupValue = z.object({ key: z.string().nullable(), name: z.string() });

/** A part of an answer. `at` is the beginning of the part of the range, null for the whole; `group` follows the break-outs. */
export const MetricPoint = z.object({
  at: instant.nullable(),
  group: z.array(GroupValue),
  /** True for the groups beyond the limit, summed up. */
  isRest: z.boolean(),
  /** Null: nothing to count from, or too few people to show. */
  value: z.number().nullable(),
  /** The number of rows behind it. */
  n: count,
});
export type MetricPoint = z.infer<typeof MetricPoint>;

/** A figure with its parts, as of one moment. */
export const MetricAnswer = z.object({
  metric: metricName,
  query: MetricQuery,
  asOf: instant,
  /** From rows, or from rollups that were complete up to `asOf` less `behindMs`. */
  freshness: z.object({ from: z.enum(["rows", "rollups"]), behindMs: count }),
  total: z.number().nullable(),
  n: count,
  /** The figure of the range that it is compared with; null if none was asked for. */
  before: z
    .object({ from: instant, to: instant, total: z.number().nullable(), n: count })
    .nullable(),
  points: z.array(MetricPoint),
  /** True where the figure is made from a histogram. */
  isApproximate: z.boolean(),
  /** The filters that this figure does not have. */
  notFiltered: z.array(z.enum(dimensions)),
  /** The number of groups whose value is kept back because it tells of fewer than five people. */
  suppressed: count,
});
export type MetricAnswer = z.infer<typeof MetricAnswer>;

/** An answer, or why there is none: the screen shows the sentence and keeps the other tiles. */
export const MetricOutcome = z.union([
  z.object({ ok: z.literal(true), answer: MetricAnswer }),
  z.object({ ok: z.literal(false), metric: z.string(), code: z.string(), message: z.string() }),
]);
export type MetricOutcome = z.infer<typeof MetricOutcome>;

/** A row behind a figure. `path` opens it in the app that asked. */
export const DrillRow = z.object({
  kind: z.enum(drillKinds),
  id: z.string(),
  at: instant,
  /** Its name; on platform screens never a document's title or a person's words. */
  title: z.string(),
  detail: z.string(),
  /** The part of the figure that the row adds; null for counts. */
  value: z.number().nullable(),
  documentId: z.string().nullable(),
  runId: z.string().nullable(),
  traceId: z.string().nullable(),
  workspaceId: z.string().nullable(),
});
export type DrillRow = z.infer<typeof DrillRow>;

/** The questions of one screen, in the order in which they are answered. */
export const MetricQueries = z.object({ queries: z.array(MetricQuery).min(1).max(24) });

/** The answers to the questions of one screen, all as of one moment. */
export const MetricOutcomes = z.object({ outcomes: z.array(MetricOutcome) });

export const MetricDefinitions = z.object({ items: z.array(MetricDefinition) });

/** A question for the rows behind a point of an answer: `at` and `group` are the point's; without them, behind the whole. */
export const DrillQuery = z.object({
  query: MetricQuery,
  at: moment.nullable().default(null),
  group: z.array(z.string().max(200).nullable()).max(mostBreakOuts).default([]),
  ...paging,
  cursor: cursorInput,
});
export type DrillQuery = z.output<typeof DrillQuery>;

/** The rows behind a figure, and how many there are. */
export const DrillPage = pageOf(DrillRow).extend({ total: count });
