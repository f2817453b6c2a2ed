import { comparisons } from "@besunny/api/browser/figures";
import { parseAsStringLiteral } from "nuqs/server";

export const ranges = ["7d", "30d", "90d", "365d"] as const;

/** The range and the comparison of a page of figures, as the address keeps them. */
export const boardParsers = {
  range: parseAsStringLiteral(ranges).withDefault("30d"),
  compare: parseAsStringLiteral(comparisons).withDefault("before"),
};
