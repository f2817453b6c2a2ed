"use client";

import {
  type MetricOutcome,
  type MetricQuery,
  type Tile,
  tileQueries,
} from "@besunny/api/browser/dashboards";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQueries } from "@tanstack/react-query";

import type { DashboardPlace } from "./place/use-dashboard-place";

/** As many questions as one request may hold. They are answered as of one moment. */
const MOST_AT_ONCE = 24;
const REFRESH_MS = 60_000;

/** The figures of a tile: an outcome for each of its questions, undefined until it has come. */
export type TileFigures = {
  queries: MetricQuery[];
  outcomes: (MetricOutcome | undefined)[];
  error: unknown;
};

/** Reads the figures of tiles. Tiles that ask the same share one answer. */
export function useFigures(
  tiles: readonly Pick<Tile, "id" | "question">[],
  around: DashboardPlace["around"],
  known: ReadonlySet<string>,
) {
  const trpc = useTRPC();
  const asked = tiles.map(({ id, question }) => ({ id, queries: tileQueries(question, around) }));
  const byKey = new Map(
    asked.flatMap(({ queries }) =>
      queries
        .filter(({ metric }) => known.has(metric))
        .map((query) => [JSON.stringify(query), query] as const),
    ),
  );
  const keys = [...byKey.keys()];
  const parts = Array.from({ length: Math.ceil(keys.length / MOST_AT_ONCE) }, (_, part) =>
    keys.slice(part * MOST_AT_ONCE, (part + 1) * MOST_AT_ONCE),
  );
  const results = useQueries({
    queries: parts.map((part) =>
      trpc.admin.metrics.read.queryOptions(
        { queries: part.flatMap((key) => byKey.get(key) ?? []) },
        { refetchInterval: REFRESH_MS },
      ),
    ),
  });
  const answers = new Map<string, MetricOutcome>();
  const errors = new Map<string, unknown>();
  parts.forEach((part, place) => {
    const result = results[place];
    part.forEach((key, position) => {
      const outcome = result?.data?.outcomes[position];
      if (outcome) answers.set(key, outcome);
      else if (result?.error) errors.set(key, result.error);
    });
  });

  return {
    isFetching: results.some((result) => result.isFetching),
    refetch: () => void Promise.all(results.map((result) => result.refetch())),
    of(id: string): TileFigures {
      const queries = asked.find((each) => each.id === id)?.queries ?? [];
      const own = queries.map((query) => JSON.stringify(query));
      return {
        queries,
        outcomes: own.map((key) => answers.get(key)),
        error: own.map((key) => errors.get(key)).find(Boolean) ?? null,
      };
    },
  };
}
