"use client";

import type { MetricDefinition } from "@besunny/api/browser/figures";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";

import { useFigureWiring } from "./figure-wiring";

const TEN_MINUTES_MS = 600_000;

/** The catalogue of figures by name, in the language of the page; `isKnown` is false until it has come. */
export function useMetrics() {
  const { metrics } = useFigureWiring();
  const query = useQuery(metrics.list.queryOptions({}, { staleTime: TEN_MINUTES_MS }));
  const byName = useMemo(
    () => new Map<string, MetricDefinition>(query.data?.items.map((each) => [each.name, each])),
    [query.data],
  );
  return { byName, isKnown: query.data !== undefined, query };
}
