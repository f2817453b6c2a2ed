"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";

/** Returns what names a project by its id. A project that is not listed keeps its id. */
export function useProjectName() {
  const trpc = useTRPC();
  const projects = useQuery(trpc.projects.list.queryOptions({}));
  return (id: string) => projects.data?.items.find((project) => project.id === id)?.name ?? id;
}
