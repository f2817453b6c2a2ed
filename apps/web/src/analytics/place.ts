import { comparisons, grains, type MetricQuery } from "@besunny/api/browser/figures";
import {
  createLoader,
  createSerializer,
  parseAsArrayOf,
  parseAsIsoDateTime,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";

import { asDimension } from "./as-dimension";

export const ranges = ["7d", "30d", "90d", "365d"] as const;

/** The range and the comparison of a page of figures, as the address keeps them. */
export const boardParsers = {
  range: parseAsStringLiteral(ranges).withDefault("30d"),
  compare: parseAsStringLiteral(comparisons).withDefault("before"),
};

/** A group without a value, as the address keeps it; the key of another follows an equals sign. */
const NONE = "none";

/** The figure whose rows are listed, as the address keeps it. */
export const rowsParsers = {
  figure: parseAsString.withDefault(""),
  from: parseAsIsoDateTime,
  to: parseAsIsoDateTime,
  zone: parseAsString.withDefault("UTC"),
  grain: parseAsStringLiteral(grains).withDefault("none"),
  by: parseAsArrayOf(parseAsString).withDefault([]),
  project: parseAsString,
  at: parseAsIsoDateTime,
  group: parseAsArrayOf(parseAsString).withDefault([]),
};
export const loadRowsPlace = createLoader(rowsParsers);
export type RowsPlace = Awaited<ReturnType<typeof loadRowsPlace>>;

const serialize = createSerializer(rowsParsers);

type Point = { at?: Date | null; group?: readonly (string | null)[] };

/** Returns the address of the rows behind a figure, or behind one of its points. */
export function rowsHref(query: MetricQuery, { at = null, group = [] }: Point = {}): string {
  const { metric, from, to, timeZone, grain, breakOuts, filters } = query;
  const project = filters.find(({ dimension }) => dimension === "project")?.values[0] ?? null;
  return serialize("/analytics/rows", {
    figure: metric,
    from,
    to,
    zone: timeZone,
    grain,
    by: [...breakOuts],
    project,
    at,
    group: group.map((key) => (key === null ? NONE : `=${key}`)),
  });
}

/** Returns the question for rows that an address holds; null where it holds none. */
export function drillOf({ figure, from, to, zone, grain, by, project, at, group }: RowsPlace) {
  if (!figure || !from || !to) return null;
  return {
    query: {
      metric: figure,
      from,
      to,
      timeZone: zone,
      grain,
      breakOuts: by.flatMap((name) => asDimension(name) ?? []),
      filters: project ? [{ dimension: "project" as const, values: [project] }] : [],
    },
    at,
    group: group.map((key) => (key.startsWith("=") ? key.slice(1) : null)),
  };
}
