"use client";

import type { MetricOutcome, MetricQuery } from "@besunny/api/browser/figures";
import { useQueries } from "@tanstack/react-query";

import { useFigureWiring } from "./figure-wiring";

/** As many questions as one request may hold. They are answered as of one moment. */
const MOST_AT_ONCE = 24;
const REFRESH_MS = 60_000;

/** Reads the answers to questions. Those that are asked twice share one answer. */
export function useAnswers(queries: readonly MetricQuery[]) {
  const { metrics } = useFigureWiring();
  const byKey = new Map(queries.map((query) => [keyOf(query), query]));
  const keys = [...byKey.keys()];
  const parts = Array.from({ length: Math.ceil(keys.length / MOST_AT_ONCE) }, (_, part) =>
    keys.slice(part * MOST_AT_ONCE, (part + 1) * MOST_AT_ONCE),
  );
  const results = useQueries({
    queries: parts.map((part) =>
      metrics.read.queryOptions(
        { queries: part.flatMap((key) => byKey.get(key) ?? []) },
        { refetchInterval: REFRESH_MS },
      ),
    ),
  });
  const answers = new Map<string, MetricOutcome>();
  const errors = new Map<string, unknown>();
  for (const [place, part] of parts.entries())
    for (const [position, key] of part.entries()) {
      const outcome = results[place]?.data?.outcomes[position];
      if (outcome) answers.set(key, outcome);
      else if (results[place]?.error) errors.set(key, results[place].error);
    }

  return {
    refetch: () => void Promise.all(results.map((result) => result.refetch())),
    of: (query: MetricQuery) => answers.get(keyOf(query)),
    errorOf: (query: MetricQuery) => errors.get(keyOf(query)) ?? null,
  };
}

function keyOf(query: MetricQuery): string {
  return JSON.stringify(query);
}
