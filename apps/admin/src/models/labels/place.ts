import { createLoader, parseAsString } from "nuqs/server";

/** What the list is narrowed to, as the address keeps it. `week` is the Monday of a week. */
export const labelParsers = {
  workspace: parseAsString,
  value: parseAsString,
  source: parseAsString,
  by: parseAsString,
  week: parseAsString,
};
export const loadLabelPlace = createLoader(labelParsers);

export const nothingChosen = { value: null, source: null, by: null, week: null };
