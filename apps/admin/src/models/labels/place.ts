import { createLoader, parseAsString } from "nuqs/server";

/** The filter of the list, as the address keeps it. `week` is the Monday of a week. */
export const labelParsers = {
  workspace: parseAsString,
  value: parseAsString,
  source: parseAsString,
  by: parseAsString,
  week: parseAsString,
};
export const loadLabelPlace = createLoader(labelParsers);

export const nothingChosen = { value: null, source: null, by: null, week: null };
