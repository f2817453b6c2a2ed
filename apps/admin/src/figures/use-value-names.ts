"use client";

import type { Dimension, MetricFilter } from "@besunny/api/browser/figures";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";

/** Returns the names of filters' values: workspaces are filtered by id and known by name. */
export function useValueNames(filters: readonly MetricFilter[]) {
  const trpc = useTRPC();
  const isNeeded = filters.some(({ dimension }) => dimension === "workspace");
  const flags = useQuery(
    trpc.admin.flags.list.queryOptions({}, { enabled: isNeeded, staleTime: 600_000 }),
  );
  const names = new Map(flags.data?.workspaces.map(({ id, name }) => [id, name]));
  return (dimension: Dimension, key: string) =>
    dimension === "workspace" ? names.get(key) : undefined;
}
