import type { FigureRow } from "@besunny/db/figures/figures";
import type { z } from "zod";

import { AppError, invalidInput, notFound } from "../../../errors";
import type { Metric } from "../catalogue/entry";
import type { DrillQuery, DrillRow } from "../query";
import { nextStart, partStart } from "../time-parts";
import { type Answering, explained } from "./answer";
import { understand } from "./question";

type Row = z.infer<typeof DrillRow>;

/** Lists the rows behind a point of an answer, or behind the whole. Throws `NOT_FOUND` where a figure has no rows to show. */
export async function rowsBehind(
  { query, at, group, cursor, limit }: DrillQuery,
  { figures, asker, names }: Answering,
) {
  const { metric, question } = understand({ ...query, grain: "none" }, asker);
  if (metric.drill === null) notFound("The list behind", metric.name);
  if (group.length > 0 && group.length !== question.breakOuts.length)
    invalidInput("Give a value for each dimension that the figure is broken out by");
  const values = question.breakOuts.map((dimension, place) => ({
    dimension,
    values: [group[place] ?? null],
  }));
  const found = await figures
    .drill(
      {
        source: question.source,
        measure: question.measure,
        range: partOf(query, at),
        filters: [...question.filters, ...(group.length > 0 ? values : [])],
        limit,
      },
      cursor,
    )
    .catch(explained(metric));
  const people =
    metric.drill === "people"
      ? await names(
          "person",
          found.items.map(({ id }) => id),
        )
      : new Map<string, string>();
  return {
    items: found.items.map((row) => rowOf(row, metric, people)),
    nextCursor: found.nextCursor,
    total: metric.kind === "distinct" ? (found.total.value ?? 0) : found.total.n,
  };
}

/** Returns the part of a range that begins at `at`, without the time outside of the range. */
function partOf({ from, to, grain, timeZone }: DrillQuery["query"], at: Date | null) {
  if (at === null || grain === "none") return { from, to };
  const start = partStart(at, grain, timeZone);
  const end = nextStart(start, grain, timeZone);
  const part = { from: start < from ? from : start, to: end > to ? to : end };
  if (part.from >= part.to)
    throw new AppError("INVALID_INPUT", "The part of time is outside of the range");
  return part;
}

function rowOf(row: FigureRow, { drill, kind }: Metric, people: ReadonlyMap<string, string>): Row {
  const { value, ...rest } = row;
  return {
    ...rest,
    kind: drill ?? "events",
    title: drill === "people" ? (people.get(row.id) ?? row.id) : row.title,
    value: kind === "count" ? null : value,
    documentId: drill === "people" ? null : row.documentId,
  };
}
