"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQueryClient } from "@tanstack/react-query";

/** Returns what reads the issues and cleanings again. */
export function useQualityChanged() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () =>
    Promise.all([
      queryClient.invalidateQueries(trpc.quality.pathFilter()),
      queryClient.invalidateQueries(trpc.documents.pathFilter()),
    ]);
}
