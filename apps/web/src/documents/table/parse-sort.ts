import { createParser } from "nuqs/server";

import { sortOf } from "./columns";

/** Reads the order of a table from the address. */
export const parseAsSort = createParser({
  parse: sortOf,
  serialize: (sort) => sort,
}).withDefault("newest");
