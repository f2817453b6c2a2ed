import { parseAsIsoDate, parseAsString } from "nuqs/server";

/** The question and the filters of a search as they stand in the URL. */
export const searchParsers = {
  q: parseAsString.withDefault(""),
  type: parseAsString,
  projectId: parseAsString,
  language: parseAsString,
  from: parseAsIsoDate,
  to: parseAsIsoDate,
};
