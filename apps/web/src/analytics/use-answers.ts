"use client";

import type { MetricOutcome, MetricQuery } from "@besunny/api/browser/figures";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useQueries } from "@tanstack/react-query";

/** As many questions as one request may hold. They are answered as of one moment. */
const MOST_AT_ONCE = 24;

/** Reads the answers to questions. Those that are asked twice share one answer. */
export function useAnswers(queries: readonly MetricQuery[]) {
  const trpc = useTRPC();
  const byKey = new Map(queries.map((query) => [keyOf(query), query]));
  const keys = [...byKey.keys()];
  const parts = Array.from({ length: Math.ceil(keys.length / MOST_AT_ONCE) }, (_, part) =>
    keys.slice(part * MOST_AT_ONCE, (part + 1) * MOST_AT_ONCE),
  );
  const results = useQueries({
    queries: parts.map((part) =>
      trpc.metrics.read.queryOptions(
        { queries: part.flatMap((key) => byKey.get(key) ?? []) },
        { placeholderData: keepPreviousData },
      ),
    ),
  });
  const answers = new Map<string, MetricOutcome>();
  for (const [place, part] of parts.entries())
    for (const [position, key] of part.entries()) {
      const outcome = results[place]?.data?.outcomes[position];
      if (outcome) answers.set(key, outcome);
    }
  return {
    error: results.find((result) => result.error)?.error ?? null,
    retry: () => void Promise.all(results.map((result) => result.refetch())),
    of: (query: MetricQuery) => answers.get(keyOf(query)),
  };
}

function keyOf(query: MetricQuery): string {
  return JSON.stringify(query);
}
