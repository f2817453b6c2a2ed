"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQueryClient } from "@tanstack/react-query";

/** Returns what reads everything again that follows from labels. */
export function useLearned() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () =>
    Promise.all([
      queryClient.invalidateQueries(trpc.learning.pathFilter()),
      queryClient.invalidateQueries(trpc.documents.pathFilter()),
      queryClient.invalidateQueries(trpc.taxonomy.pathFilter()),
    ]);
}
