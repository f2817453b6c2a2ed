/** The units of figures. `microUsd` is a millionth of a US dollar; `share` is between 0 and 1. */
export const metricUnits = [
  "documents",
  "pages",
  "bytes",
  "runs",
  "calls",
  "tokens",
  "microUsd",
  "ms",
  "share",
  "score",
  "people",
  "searches",
  "questions",
  "words",
  "rows",
] as const;
export type MetricUnit = (typeof metricUnits)[number];

/** The ways in which a figure is made of rows. A `level` is the state at a moment, such as the length of a queue. */
export const metricKinds = [
  "count",
  "sum",
  "ratio",
  "share",
  "distinct",
  "quantile",
  "level",
] as const;
export type MetricKind = (typeof metricKinds)[number];

/** The dimensions by which a figure can be broken out and filtered. */
export const dimensions = [
  "workspace",
  "project",
  "person",
  "group",
  "key",
  "type",
  "status",
  "format",
  "language",
  "source",
  "folder",
  "stage",
  "failure",
  "producer",
  "release",
  "model",
  "provider",
  "step",
  "callState",
  "lane",
  "labelSource",
  "searchKind",
  "feature",
  "outcome",
  "document",
] as const;
export type Dimension = (typeof dimensions)[number];

/** The parts that a range is cut into, in the time zone of the question; `none`: the whole. */
export const grains = ["none", "hour", "day", "week", "month"] as const;
export type Grain = (typeof grains)[number];

/** The ranges to compare with: the one of the same length before, or the same days a year earlier. */
export const comparisons = ["none", "before", "yearEarlier"] as const;
export type Comparison = (typeof comparisons)[number];

/** The kinds of rows behind figures; a drill lists them. */
export const drillKinds = [
  "documents",
  "runs",
  "calls",
  "results",
  "labels",
  "searches",
  "questions",
  "people",
  "events",
] as const;
export type DrillKind = (typeof drillKinds)[number];

/**
 * The viewpoints of a figure of the past. `now` counts by what is known now: a corrected type moves its document. `then` counts by what
 * was decided at the time.
 */
export const viewpoints = ["now", "then"] as const;
export type Viewpoint = (typeof viewpoints)[number];

/**
 * The people who may ask for a figure. `members` see it over the documents that they may open. `admins` of a workspace see it over all of
 * it. `platform` admins see it over all workspaces.
 */
export const metricAudiences = ["members", "admins", "platform"] as const;
export type MetricAudience = (typeof metricAudiences)[number];

export const mostBreakOuts = 2;
export const mostFilters = 10;
