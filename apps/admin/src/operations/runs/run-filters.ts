import { runStates } from "@besunny/api/browser/vocabulary";
import {
  createLoader,
  createSerializer,
  parseAsArrayOf,
  parseAsIsoDateTime,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";

/** The spans that a list of runs can go back, in hours. */
export const spans = { h1: 1, d1: 24, d7: 168, d30: 720 } as const;
export const spanNames = ["h1", "d1", "d7", "d30"] as const;

/** The filters of runs in the URL. Without `view` the page shows the list. */
export const runFilterParsers = {
  view: parseAsStringLiteral(["failures"]),
  state: parseAsArrayOf(parseAsStringLiteral(runStates)),
  function: parseAsString,
  workspace: parseAsString,
  fingerprint: parseAsString,
  within: parseAsStringLiteral(spanNames),
  from: parseAsIsoDateTime,
  to: parseAsIsoDateTime,
};

const loadFilters = createLoader(runFilterParsers);
export type RunFilters = Awaited<ReturnType<typeof loadFilters>>;

const serialize = createSerializer(runFilterParsers);

/** The address of the runs behind a figure. */
export function runsHref(filters: Partial<RunFilters>): string {
  return serialize("/operations/runs", filters);
}

export function runHref(id: string): string {
  return `/operations/runs/${encodeURIComponent(id)}`;
}

/** Returns the filters as the API takes them. The start of a span moves by the minute, so that a list does not begin again at each render. */
export function asRunFilter(filters: RunFilters, now: number) {
  const minute = Math.floor(now / 60_000) * 60_000;
  const from = filters.within ? new Date(minute - spans[filters.within] * 3_600_000) : filters.from;
  return {
    ...(filters.state?.length ? { states: filters.state } : {}),
    ...(filters.function ? { functionId: filters.function } : {}),
    ...(filters.workspace ? { workspaceId: filters.workspace } : {}),
    ...(filters.fingerprint ? { fingerprint: filters.fingerprint } : {}),
    ...(from ? { from } : {}),
    ...(filters.to ? { to: filters.to } : {}),
  };
}
