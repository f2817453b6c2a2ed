"use client";

import type { Dimension, MetricFilter } from "@besunny/api/browser/figures";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";

/** Returns the names of filters' values that addresses keep as ids: projects and people, as far as the reader sees them. */
export function useValueNames(filters: readonly MetricFilter[]) {
  const trpc = useTRPC();
  const has = (wanted: Dimension) => filters.some(({ dimension }) => dimension === wanted);
  const projects = useQuery(trpc.projects.list.queryOptions({}, { enabled: has("project") }));
  const members = useQuery(trpc.members.list.queryOptions({}, { enabled: has("person") }));
  const names: Partial<Record<Dimension, Map<string, string>>> = {
    project: new Map(projects.data?.items.map(({ id, name }) => [id, name])),
    person: new Map(members.data?.items.map(({ userId, name }) => [userId, name])),
  };
  return (dimension: Dimension, key: string) => names[dimension]?.get(key);
}
