"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQueryClient } from "@tanstack/react-query";

/** Returns what reads everything again that shows a type. */
export function useTypesChanged() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () =>
    Promise.all([
      queryClient.invalidateQueries(trpc.taxonomy.pathFilter()),
      queryClient.invalidateQueries(trpc.documents.pathFilter()),
    ]);
}
