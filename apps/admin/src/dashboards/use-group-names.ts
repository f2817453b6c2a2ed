"use client";

import type { Dimension, MetricFilter } from "@besunny/api/browser/dashboards";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";

/** Returns the name of a filter's value: workspaces are filtered by id and known by name. */
export function useGroupNames(filters: readonly MetricFilter[]) {
  const trpc = useTRPC();
  const isNeeded = filters.some(({ dimension }) => dimension === "workspace");
  const flags = useQuery(
    trpc.admin.flags.list.queryOptions({}, { enabled: isNeeded, staleTime: 600_000 }),
  );
  const names = new Map(flags.data?.workspaces.map(({ id, name }) => [id, name]));
  return (dimension: Dimension, key: string | null): string =>
    (dimension === "workspace" && key ? names.get(key) : undefined) ?? key ?? "";
}
