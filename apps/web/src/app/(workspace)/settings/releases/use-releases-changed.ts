"use client";

import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQueryClient } from "@tanstack/react-query";

/** Returns what a change does at its end: say so, and read releases, evaluations and experiments again. */
export function useReleasesChanged() {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return (message: string, then?: () => void) => ({
    onSuccess() {
      toast.done(message);
      then?.();
    },
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries(trpc.releases.pathFilter()),
        cache.invalidateQueries(trpc.evaluations.pathFilter()),
        cache.invalidateQueries(trpc.experiments.pathFilter()),
      ]),
  });
}
