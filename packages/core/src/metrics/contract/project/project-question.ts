import { AppError } from "../../../errors";
import { type Asker, findMetricFor } from "../catalogue/catalogue";
import type { Metric } from "../catalogue/entry";
import { mostBreakOuts } from "../metric-words";
import type { MetricQuery } from "../query";
import { isTimeZone, nextStart, partStart, type TimeRange } from "../time-parts";
import type { Grouping, ProjectAnalyticsInput } from "./project-analytics";
import { projectGroups, projectProperties, projectTimes, USUAL_DAYS } from "./project-words";

const DAY_MS = 86_400_000;

/** Reads what figures are grouped by. Throws `INVALID_INPUT` for a name that there is not, and names those that there are. */
export function groupingOf(groupBy: string): Grouping {
  const names = [...new Set(groupBy.split(",").map((name) => name.trim()))].filter(Boolean);
  const unknown = names.find((name) => !projectGroups.some((each) => each === name));
  if (unknown)
    unfit("groupBy", `There is no group “${unknown}”`, `Use ${projectGroups.join(", ")}.`);
  const times = projectTimes.filter((time) => names.includes(time));
  if (times.length > 1)
    unfit("groupBy", "There are several parts of time", `Give one of ${projectTimes.join(", ")}.`);
  const breakOuts = names.flatMap((name) => projectProperties.find((each) => each === name) ?? []);
  if (breakOuts.length > mostBreakOuts)
    unfit("groupBy", "There are too many groups", `Give at most ${mostBreakOuts} beside the time.`);
  return { grain: times[0] ?? "none", breakOuts };
}

/** Returns the range that is asked for. Without one it is of the last 30 days, today included. */
export function projectRange(
  { from, to, timeZone }: Pick<ProjectAnalyticsInput, "from" | "to" | "timeZone">,
  now: Date,
): TimeRange {
  if (!isTimeZone(timeZone))
    unfit(
      "timeZone",
      `There is no time zone “${timeZone}”`,
      "Use a name of the IANA list, such as Europe/Berlin, or UTC.",
    );
  const end = to ?? nextStart(partStart(now, "day", timeZone), "day", timeZone);
  const start = from ?? partStart(new Date(end.getTime() - USUAL_DAYS * DAY_MS), "day", timeZone);
  if (start >= end)
    unfit("from", "The range ends before it begins", "Give a `to` that is after `from`.");
  return { from: start, to: end };
}

/** Returns the question for one figure of a project, grouped as far as the figure has the groups. */
export function projectQuery(
  metric: Metric,
  {
    id,
    timeZone,
    compare = "none",
  }: Pick<ProjectAnalyticsInput, "id" | "timeZone"> & {
    compare?: MetricQuery["compare"];
  },
  range: TimeRange,
  { grain, breakOuts }: Grouping,
): MetricQuery {
  return {
    metric: metric.name,
    ...range,
    timeZone,
    grain: metric.kind === "level" ? "none" : grain,
    breakOuts: breakOuts.filter((dimension) => metric.dimensions.includes(dimension)),
    filters: [{ dimension: "project", values: [id] }],
    compare,
    limit: 20,
  };
}

/** Finds a figure by its name. Throws `INVALID_INPUT` with the names that there are. */
export function projectMetric(asker: Asker, name: string, names: readonly string[]): Metric {
  const metric = names.includes(name) ? findMetricFor(asker, name) : undefined;
  const known = names.filter((each) => findMetricFor(asker, each));
  return (
    metric ??
    unfit("metric", `There is no figure “${name}” of projects`, `Use ${known.join(", ")}.`)
  );
}

function unfit(path: string, message: string, hint: string): never {
  throw new AppError("INVALID_INPUT", message, { hint, errors: [{ path, message }] });
}
