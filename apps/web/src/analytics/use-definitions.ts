"use client";

import type { MetricDefinition } from "@besunny/api/browser/figures";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";

const TEN_MINUTES_MS = 600_000;

/** The figures that the person may ask for, by name, in the language of the page. */
export function useDefinitions() {
  const trpc = useTRPC();
  const list = useQuery(trpc.metrics.list.queryOptions({}, { staleTime: TEN_MINUTES_MS }));
  const byName = useMemo(
    () => new Map<string, MetricDefinition>(list.data?.items.map((each) => [each.name, each])),
    [list.data],
  );
  return { byName, list };
}
