import { createLoader, parseAsString } from "nuqs/server";

/** The query of a search as the URL holds it, with its words and conditions. */
export const searchParsers = {
  q: parseAsString.withDefault(""),
  /** The saved view that was opened. */
  view: parseAsString,
};

export const loadSearch = createLoader(searchParsers);
