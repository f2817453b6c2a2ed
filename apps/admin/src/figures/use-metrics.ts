"use client";

import type { MetricDefinition } from "@besunny/api/browser/dashboards";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";

/** The catalogue of figures by name; `isKnown` is false until it has come. */
export function useMetrics() {
  const trpc = useTRPC();
  const metrics = useQuery(trpc.admin.metrics.list.queryOptions({}, { staleTime: 600_000 }));
  const byName = useMemo(
    () => new Map<string, MetricDefinition>(metrics.data?.items.map((each) => [each.name, each])),
    [metrics.data],
  );
  return { byName, isKnown: metrics.data !== undefined, query: metrics };
}
