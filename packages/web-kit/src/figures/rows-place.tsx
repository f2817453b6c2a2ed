import { grains, type MetricQuery } from "@besunny/api/browser/figures";
import {
  createLoader,
  createSerializer,
  parseAsIsoDateTime,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";

import { parseAsDimensions, parseAsFilters, parseAsGroup } from "./encoded";

/** The figure whose rows are listed, as the address keeps it. */
export const rowsParsers = {
  metric: parseAsString.withDefault(""),
  from: parseAsIsoDateTime,
  to: parseAsIsoDateTime,
  zone: parseAsString.withDefault("UTC"),
  grain: parseAsStringLiteral(grains).withDefault("none"),
  by: parseAsDimensions.withDefault([]),
  f: parseAsFilters.withDefault([]),
  at: parseAsIsoDateTime,
  g: parseAsGroup.withDefault([]),
  /** The dashboard from which somebody came, to go back to. */
  back: parseAsString,
};

export const loadRowsPlace = createLoader(rowsParsers);
export type RowsPlace = Awaited<ReturnType<typeof loadRowsPlace>>;

const serialize = createSerializer(rowsParsers);

/** A point of a figure, and the page from which somebody comes. */
export type RowsPoint = {
  at?: Date | null;
  group?: readonly (string | null)[];
  back?: string | null;
};

/** Returns the address of the rows behind a point of a figure, or behind the whole, on the page of an app for rows. */
export function rowsHref(page: string, query: MetricQuery, point: RowsPoint = {}): string {
  const { metric, from, to, timeZone, grain, breakOuts, filters } = query;
  return serialize(page, {
    metric,
    from,
    to,
    zone: timeZone,
    grain,
    by: [...breakOuts],
    f: filters,
    at: point.at ?? null,
    g: [...(point.group ?? [])],
    back: point.back ?? null,
  });
}

/** Returns the question for rows that an address holds; null where it holds none. */
export function drillOf({ metric, from, to, zone, grain, by, f, at, g }: RowsPlace) {
  if (!metric || !from || !to) return null;
  const query = { metric, from, to, timeZone: zone, grain, breakOuts: by, filters: f };
  return { query, at, group: g };
}
