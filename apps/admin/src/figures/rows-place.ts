import { grains, type MetricQuery } from "@besunny/api/browser/dashboards";
import {
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

const serialize = createSerializer(rowsParsers);

/** Returns the address of the rows behind a point of a figure, or behind the whole. */
export function rowsHref(
  query: MetricQuery,
  point: { at?: Date | null; group?: readonly (string | null)[]; back?: string | null } = {},
): string {
  const { metric, from, to, timeZone, grain, breakOuts, filters } = query;
  return serialize("/figures/rows", {
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
