import { z } from "zod";

import { cursorInput } from "../../../cursor-input";
import { projectId } from "../../../ids";
import { moment } from "../../../moment";
import { idIn, instant, paging } from "../../../shapes";
import { comparisons, type Dimension, type Grain, mostBreakOuts } from "../metric-words";
import { MetricAnswer, MetricDefinition } from "../query";

/** A question for the figures of a project. Without a range it is of the last 30 days, today included. */
export const ProjectAnalyticsInput = z.object({
  id: projectId,
  from: moment.optional(),
  to: moment.optional(),
  /** The zone in which days begin. */
  timeZone: z.string().max(60).default("UTC"),
  /** Names of groups with commas between: a part of time, and up to two properties. */
  groupBy: z.string().max(200).default(""),
  compare: z.enum(comparisons).default("none"),
});
export type ProjectAnalyticsInput = z.output<typeof ProjectAnalyticsInput>;

const { name, title, definition, unit, kind, isAdditive, drill, better } = MetricDefinition.shape;

/** A figure of a project with its definition. `groupedBy` names the groups that the figure has, of those asked for. */
export const ProjectFigure = MetricAnswer.omit({ query: true, asOf: true, freshness: true }).extend(
  {
    metric: name,
    title,
    definition,
    unit,
    kind,
    isAdditive,
    drill,
    better,
    groupedBy: z.array(z.string()),
  },
);
export type ProjectFigure = z.infer<typeof ProjectFigure>;

/** The figures of a project's documents as one person sees them, all as of one moment. */
export const ProjectAnalytics = z
  .object({
    projectId: idIn("prj"),
    from: instant,
    to: instant,
    timeZone: z.string(),
    groupBy: z.array(z.string()),
    asOf: instant,
    figures: z.array(ProjectFigure),
    /** Figures that took too long, and what to do about it. */
    missing: z.array(z.object({ metric: z.string(), message: z.string() })),
  })
  .meta({ id: "ProjectAnalytics" });

/** A question for the documents, calls or events behind a figure of a project. `at` and `group` are those of a point. */
export const ProjectRowsInput = ProjectAnalyticsInput.omit({ compare: true }).extend({
  metric: name,
  at: moment.optional(),
  /** The keys of the point's groups, in their order. An empty key is for rows that have no value. */
  group: z.array(z.string().max(200)).max(mostBreakOuts).optional(),
  ...paging,
  cursor: cursorInput,
});

/** The parts that figures of a project are cut into. */
export type Grouping = { grain: Grain; breakOuts: Dimension[] };
