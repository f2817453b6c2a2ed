import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useQueryClient } from "@tanstack/react-query";

/** Returns what a change of people or workspaces does at its end: say so, and read everything about them again. */
export function useDone() {
  const trpc = useTRPC();
  const cache = useQueryClient();

  return <Result>(message: string | null, then?: (result: Result) => void) => ({
    onSuccess(result: Result) {
      if (message) toast.done(message);
      then?.(result);
    },
    onError(error: unknown) {
      const { message: reason, hint } = problemOf(error);
      toast.failed(reason, hint ?? undefined);
    },
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: trpc.admin.people.pathKey() }),
        cache.invalidateQueries({ queryKey: trpc.admin.workspaces.pathKey() }),
      ]),
  });
}
