import { toast } from "@besunny/ui/feedback/toast";
import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { problemOf } from "./problem";

/** Returns what a change does at its end: say so, or why not, and read again what is below the key. */
export function useToldChange(queryKey: QueryKey) {
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
    onSettled: () => cache.invalidateQueries({ queryKey }),
  });
}
