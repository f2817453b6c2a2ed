"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";

/** Returns the first workspaces by name, to choose from, and the name of each; its id while that is not known. */
export function useWorkspaceNames() {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.admin.workspaces.list.queryOptions({ limit: 200 }));
  const workspaces = data?.items ?? [];
  return {
    workspaces,
    nameOf: (id: string) => workspaces.find((each) => each.id === id)?.name ?? id,
  };
}
