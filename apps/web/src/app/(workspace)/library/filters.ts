import { documentSorts, documentStatuses } from "@besunny/api/browser/vocabulary";
import {
  createLoader,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsIsoDate,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";

/** The filters of the library as they stand in the URL. */
export const filterParsers = {
  q: parseAsString,
  type: parseAsString,
  status: parseAsArrayOf(parseAsStringLiteral(documentStatuses)),
  language: parseAsString,
  projectId: parseAsString,
  from: parseAsIsoDate,
  to: parseAsIsoDate,
  /** Only documents that hold personal details. */
  personal: parseAsBoolean,
  sort: parseAsStringLiteral(documentSorts).withDefault("newest"),
};

export const loadFilters = createLoader(filterParsers);

type Filters = Awaited<ReturnType<typeof loadFilters>>;

/** The filters as the API takes them: what is not set is left out; `to` includes its day. */
export function asFilter({ to, sort: _, ...filters }: Filters) {
  return {
    ...present(filters),
    ...(to ? { to: new Date(to.getTime() + 24 * 60 * 60 * 1000) } : {}),
  };
}

/** A page of what the filters let through. */
export function asInput(filters: Filters) {
  return { ...asFilter(filters), sort: filters.sort, limit: 50 };
}

/** Returns the number of filters that narrow the list. */
export function countFilters({ sort: _, ...filters }: Filters): number {
  return Object.values(filters).filter((value) => value !== null).length;
}

type Present<Values> = { [Name in keyof Values]?: NonNullable<Values[Name]> };

function present<Values extends object>(values: Values): Present<Values> {
  const entries = Object.entries(values).filter(([, value]) => value !== null && value !== "");
  // Safe: only nulls were taken out, the names and the other values are those that came in.
  return Object.fromEntries(entries) as Present<Values>;
}
