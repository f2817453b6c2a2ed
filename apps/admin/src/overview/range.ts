import { createLoader, parseAsNumberLiteral } from "nuqs/server";

/** The spans that the overview can cover, in days. */
export const ranges = [1, 7, 30, 90] as const;

export const rangeParsers = { days: parseAsNumberLiteral(ranges).withDefault(7) };
export const loadRange = createLoader(rangeParsers);
