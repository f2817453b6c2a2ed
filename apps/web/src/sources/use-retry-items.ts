import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

/** A class of items, as the report names it. */
export type ItemClass = { state: string; reason: string | null };

/** Returns what tries items of a source again: one, those of a class, or all that failed. */
export function useRetryItems(sourceId: string) {
  const t = useTranslations("sources");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const retry = useMutation(
    trpc.sources.retryItems.mutationOptions({
      onSuccess: ({ retried }) => toast.done(t("tryingAgain", { count: retried })),
      onError(error) {
        const { message, hint } = problemOf(error);
        toast.failed(message, hint ?? undefined);
      },
      onSettled: () => cache.invalidateQueries(trpc.sources.pathFilter()),
    }),
  );

  return {
    isBusy: retry.isPending,
    one: (itemId: string) => retry.mutate({ id: sourceId, externalIds: [itemId] }),
    ofClass: ({ state, reason }: ItemClass) =>
      retry.mutate({ id: sourceId, state: state === "skipped" ? "skipped" : "failed", reason }),
    all: () => retry.mutate({ id: sourceId }),
  };
}
