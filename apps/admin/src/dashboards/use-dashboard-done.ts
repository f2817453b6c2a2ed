"use client";

import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useQueryClient } from "@tanstack/react-query";

/** Returns what a change of a dashboard does at its end: say so, and read the dashboards again. */
export function useDashboardDone() {
  const trpc = useTRPC();
  const cache = useQueryClient();

  return <Output>(
    message: string,
    {
      afterwards,
      undo,
    }: { afterwards?: (output: Output) => void; undo?: { label: string; run: () => void } } = {},
  ) => ({
    onSuccess(output: Output) {
      toast.done(message, undo);
      afterwards?.(output);
    },
    onError(error: unknown) {
      const { message: reason, hint } = problemOf(error);
      toast.failed(reason, hint ?? undefined);
    },
    onSettled: () => cache.invalidateQueries({ queryKey: trpc.admin.dashboards.pathKey() }),
  });
}
