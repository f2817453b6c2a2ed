import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useQueryClient } from "@tanstack/react-query";

/** Returns what a change does at its end: say so, and read the reports again. */
export function useReportChange() {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return (message: string, then?: () => void) => ({
    onSuccess() {
      toast.done(message);
      then?.();
    },
    onError(error: unknown) {
      const { message: reason, hint } = problemOf(error);
      toast.failed(reason, hint ?? undefined);
    },
    onSettled: () => cache.invalidateQueries({ queryKey: trpc.reports.pathKey() }),
  });
}
