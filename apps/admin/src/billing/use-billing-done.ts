import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useQueryClient } from "@tanstack/react-query";

/** Returns what a change of plans and limits does at its end. */
export function useBillingDone() {
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
    onSettled: () => cache.invalidateQueries({ queryKey: trpc.admin.billing.pathKey() }),
  });
}
