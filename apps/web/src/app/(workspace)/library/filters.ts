import { createLoader, createParser, parseAsString } from "nuqs/server";

import { sortOf } from "~/documents/table/columns";

const parseAsSort = createParser({ parse: sortOf, serialize: (sort) => sort });

/** The query of the library as the URL holds it, in the grammar of searches. */
export const filterParsers = {
  q: parseAsString.withDefault(""),
  sort: parseAsSort.withDefault("newest"),
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
