import { z } from "zod";

import { grains } from "../../metrics/contract/metric-words";
import { MetricFilter, metricRange } from "../../metrics/contract/query";
import { count, instant } from "../../shapes";
import { forecastModels, forecastStates } from "./forecast-words";

/** A question for a forecast: a figure cut into hours, days, weeks or months, so many of them ahead. */
export const ForecastQuery = z.object({
  metric: z.string().max(60),
  grain: z.enum(grains).exclude(["none"]).default("day"),
  horizon: z.number().int().min(1).max(90).default(28),
  timeZone: metricRange.timeZone,
  filters: z.array(MetricFilter).max(10).default([]),
  /** A limit whose day is asked for, such as a budget or a quota, in the unit of the figure. */
  limit: z.number().positive().nullable().default(null),
  /** The used part of the limit, for a figure that adds up; 0 for a level. */
  used: z.number().min(0).default(0),
});
export type ForecastQuery = z.infer<typeof ForecastQuery>;

const Past = z.object({
  at: instant,
  value: z.number(),
  /** True for figures that were taken as unusual, such as those of a strike. */
  isUnusual: z.boolean(),
});
const Ahead = z.object({ at: instant, value: z.number(), low: z.number(), high: z.number() });

/** A forecast with how good it was in the past, or what is to be known of why there is none. */
export const Forecast = z.object({
  metric: z.string(),
  title: z.string(),
  definition: z.string(),
  unit: z.string(),
  grain: ForecastQuery.shape.grain.unwrap(),
  timeZone: z.string(),
  asOf: instant,
  state: z.enum(forecastStates),
  /** The way it was made; null where none is shown. */
  model: z.enum(forecastModels).nullable(),
  /** The figures of the past that there are, and that there have to be. */
  have: count,
  needed: count,
  /** The error of forecasts of the past, in that of repeating the season before; null: it has not been tried, or repeating made none. */
  mase: z.number().nullable(),
  /** From how many moments of the past it was tried. */
  folds: count,
  /** The share of figures that the interval is made to hold. `coverage` is what it held of those it had not seen; null: too few to tell. */
  coverageWanted: z.number(),
  coverage: z.number().nullable(),
  past: z.array(Past),
  ahead: z.array(Ahead),
  /** When the limit is reached; a date is null where that is not within the horizon. Null without a limit or a forecast. */
  runsOut: z
    .object({
      limit: z.number(),
      expected: instant.nullable(),
      earliest: instant.nullable(),
      latest: instant.nullable(),
    })
    .nullable(),
});
export type Forecast = z.infer<typeof Forecast>;
