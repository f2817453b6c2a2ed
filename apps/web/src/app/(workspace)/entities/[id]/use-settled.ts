"use client";

import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useQueryClient } from "@tanstack/react-query";

/** Returns what follows a merge or a split: every list of entities is asked for again, or the error is shown. */
export function useSettled() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();

  return {
    onSuccess: () => queryClient.invalidateQueries(trpc.entities.pathFilter()),
    onError: (error: unknown) => toast.failed(problemOf(error).message),
  };
}
