import { createLoader, parseAsString } from "nuqs/server";

import { parseAsSort } from "~/documents/table/parse-sort";

/** The query of the library as the URL holds it, in the grammar of searches. */
export const filterParsers = {
  q: parseAsString.withDefault(""),
  sort: parseAsSort,
  /** The saved view that was opened. */
  view: parseAsString,
};

export const loadFilters = createLoader(filterParsers);

type Filters = Awaited<ReturnType<typeof loadFilters>>;

/** Returns the filters as the API takes them. */
export function asFilter({ q }: Pick<Filters, "q">) {
  return q ? { q } : {};
}

/** Returns the input for a page of what the filters let through. */
export function asInput(filters: Filters) {
  return { ...asFilter(filters), sort: filters.sort, limit: 100 };
}
