import { parseAsString } from "nuqs/server";

/** The query of a search as it stands in the URL, with its words and conditions. */
export const searchParsers = {
  q: parseAsString.withDefault(""),
  /** The saved view that was opened. */
  view: parseAsString,
};
