"use client";

import { toast } from "@besunny/ui/feedback/toast";
import { useQueryClient } from "@tanstack/react-query";
import { useFigureWiring } from "../figures/figure-wiring";
import { problemOf } from "../trpc/problem";

/** Returns what a change of a dashboard does at its end: say so, and read the dashboards again. */
export function useDashboardDone() {
  const { dashboards } = useFigureWiring();
  const cache = useQueryClient();

  return function atEnd<Output>(
    message: string,
    {
      afterwards,
      undo,
    }: { afterwards?: (output: Output) => void; undo?: { label: string; run: () => void } } = {},
  ) {
    return {
      onSuccess(output: Output) {
        toast.done(message, undo);
        afterwards?.(output);
      },
      onError(error: unknown) {
        const { message: reason, hint } = problemOf(error);
        toast.failed(reason, hint ?? undefined);
      },
      onSettled: () => cache.invalidateQueries({ queryKey: dashboards.pathKey() }),
    };
  };
}
