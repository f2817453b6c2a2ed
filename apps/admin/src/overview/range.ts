import { createLoader, parseAsIsoDate, parseAsNumberLiteral, parseAsString } from "nuqs/server";

import { dayAfter } from "./day-after";

/** The spans that figures can cover, in days. */
export const ranges = [1, 7, 30, 90] as const;

export const rangeParsers = { days: parseAsNumberLiteral(ranges).withDefault(7) };

/** The range and the workspace of the overview, as the address keeps them: `from` and `to` are days, both included, and go before `days`. */
export const overviewParsers = {
  ...rangeParsers,
  from: parseAsIsoDate,
  to: parseAsIsoDate,
  workspace: parseAsString,
};
export const loadOverview = createLoader(overviewParsers);

/** Returns the range as the API takes it, whose end is left out. */
export function asSpan({ days, from, to, workspace }: Awaited<ReturnType<typeof loadOverview>>) {
  return {
    workspaceId: workspace,
    ...(from && to ? { from, to: dayAfter(to) } : { days }),
  };
}
