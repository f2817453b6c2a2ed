import type { Outputs } from "@besunny/api/browser/outputs";
import { searchRowFilters } from "@besunny/api/browser/vocabulary";
import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";

import { rangeParsers } from "~/overview/range";

/** The range, the workspace and the rows that are shown, as the address keeps them. */
export const searchRangeParsers = {
  ...rangeParsers,
  workspace: parseAsString,
  day: parseAsString,
  only: parseAsStringLiteral(searchRowFilters).withDefault("all"),
};
export const loadSearchRange = createLoader(searchRangeParsers);

const serialize = createSerializer(searchRangeParsers);

/** The part of the page that lists single searches. */
export const rowsId = "rows";

/** The address of the single searches behind a figure. */
export function searchHref(range: Partial<Awaited<ReturnType<typeof loadSearchRange>>>): string {
  return `${serialize("/search", range)}#${rowsId}`;
}

export type RowFilter = (typeof searchRowFilters)[number];
export type Quality = Outputs["admin"]["search"]["quality"];
export type SearchNumbers = Omit<Quality["days"][number], "day">;

/** Returns the sums of all days; ranks and times are weighed by their numbers, so that p95 is that of the worst day. */
export function sumOf(days: readonly SearchNumbers[]) {
  const sum = (of: (each: SearchNumbers) => number) =>
    days.reduce((all, each) => all + of(each), 0);
  const opened = sum((each) => each.opened);
  const ranks = sum((each) => (each.meanReciprocalRank ?? 0) * each.opened);
  return {
    searches: sum((each) => each.searches),
    empty: sum((each) => each.empty),
    questions: sum((each) => each.questions),
    declined: sum((each) => each.declined),
    opened,
    meanReciprocalRank: opened > 0 ? ranks / opened : null,
  };
}
