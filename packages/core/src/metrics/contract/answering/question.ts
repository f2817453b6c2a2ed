import type { FigureQuestion } from "@besunny/db/figures/compile";

import { AppError, invalidInput, notFound } from "../../../errors";
import { type Asker, findMetricFor } from "../catalogue/catalogue";
import type { Metric } from "../catalogue/entry";
import type { Dimension } from "../metric-words";
import type { MetricQuery } from "../query";
import { isTimeZone, partStarts } from "../time-parts";

/** The most parts that a range is cut into, and the most points of an answer. */
export const MOST_PARTS = 10_000;

/** A question that fits the catalogue, and the filters that its figure does not have. */
export type Understood = {
  metric: Metric;
  question: FigureQuestion;
  notFiltered: Dimension[];
};

/** Reads a question. Throws `NOT_FOUND` for a figure that the asker may not ask for, and `INVALID_INPUT` for what it cannot be asked. */
export function understand(query: MetricQuery, asker: Asker): Understood {
  const metric = findMetricFor(asker, query.metric) ?? notFound("The figure", query.metric);
  const { range, timeZone } = rangeOf(query);
  const has = (dimension: Dimension) => metric.dimensions.includes(dimension);
  const lacking = query.breakOuts.filter((dimension) => !has(dimension));
  if (lacking.length > 0)
    invalidInput(`${metric.title} cannot be broken out by ${lacking.join(", ")}`);
  const isCut = query.grain !== "none" && metric.kind !== "level";
  const starts =
    isCut && query.grain !== "none"
      ? partStarts(range, query.grain, timeZone, MOST_PARTS + 1)
      : null;
  if (starts && starts.length * Math.max(1, query.breakOuts.length && query.limit) > MOST_PARTS)
    invalidInput("There are too many points. Choose longer parts of time or a shorter range");
  return {
    metric,
    question: {
      source: metric.source,
      measure: metric.measure,
      range,
      starts,
      breakOuts: [...new Set(query.breakOuts)],
      filters: query.filters.filter(({ dimension }) => has(dimension)),
      limit: query.limit,
    },
    notFiltered: [
      ...new Set(
        query.filters.map(({ dimension }) => dimension).filter((dimension) => !has(dimension)),
      ),
    ],
  };
}

function rangeOf({ from, to, timeZone }: MetricQuery) {
  if (from >= to) invalidInput("Choose a range that ends after it begins");
  if (!isTimeZone(timeZone)) invalidInput(`There is no time zone ${timeZone}`);
  return { range: { from, to }, timeZone };
}

/** Returns the error of a figure that took too long: it names filters that would make it shorter. */
export function tooSlow(metric: Metric): AppError {
  const filters = metric.dimensions.filter((dimension) =>
    ["workspace", "project", "type", "model"].includes(dimension),
  );
  const by = filters.length > 0 ? `, or filter by ${filters.join(" or ")}` : "";
  return new AppError(
    "TIMEOUT",
    `${metric.title} took longer than 5 seconds. Choose a shorter range${by}`,
  );
}
