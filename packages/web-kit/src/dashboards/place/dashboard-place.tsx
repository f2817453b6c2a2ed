import { rangePresets } from "@besunny/api/browser/dashboards";
import { comparisons } from "@besunny/api/browser/figures";
import {
  createSerializer,
  parseAsBoolean,
  parseAsIsoDate,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";

import { parseAsFilters } from "../../figures/encoded";

/**
 * The state of a dashboard, as the address keeps it. What is left out is as the dashboard opens. `from` and `to` are days, both included, and go
 * before `range`.
 */
export const dashboardParsers = {
  range: parseAsStringLiteral(rangePresets),
  from: parseAsIsoDate,
  to: parseAsIsoDate,
  zone: parseAsString,
  compare: parseAsStringLiteral(comparisons),
  f: parseAsFilters.withDefault([]),
  edit: parseAsBoolean.withDefault(false),
};

const serialize = createSerializer(dashboardParsers);

/** Returns the address of a dashboard. */
export function dashboardHref(id: string, { edit = false }: { edit?: boolean } = {}): string {
  return serialize(`/dashboards/${encodeURIComponent(id)}`, { edit });
}
