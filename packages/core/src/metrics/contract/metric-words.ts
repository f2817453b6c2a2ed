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

/** The ways in which rows become a figure. A `level` is of now, such as the length of a queue. */
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

/** The properties of rows by which figures are broken out and filtered. */
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
  "weekAfter",
] as const;
export type Dimension = (typeof dimensions)[number];

/** The parts that a range is cut into, in the time zone of the question; `none`: the whole. */
export const grains = ["none", "hour", "day", "week", "month"] as const;
export type Grain = (typeof grains)[number];

/** With what a range is compared: the one of the same length before it, or the same days a year earlier. */
export const comparisons = ["none", "before", "yearEarlier"] as const;
export type Comparison = (typeof comparisons)[number];

/** The kinds of rows that figures count and drills list. */
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

/** The view of the past: `now` counts by what is known now, so a corrected type moves its document; `then` by what was decided then. */
export const viewpoints = ["now", "then"] as const;
export type Viewpoint = (typeof viewpoints)[number];

/** The people who may ask for a figure, the fewest rights first. Each may ask for the figures of those before them too. */
export const metricAudiences = ["members", "admins", "platform"] as const;
export type MetricAudience = (typeof metricAudiences)[number];

export const mostBreakOuts = 2;
export const mostFilters = 10;
