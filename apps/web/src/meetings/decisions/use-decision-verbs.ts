"use client";

import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

/** Returns what a person can do with a decision. */
export function useDecisionVerbs() {
  const t = useTranslations("decisions");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const settled = {
    onError(error: unknown) {
      const { message, hint } = problemOf(error);
      toast.failed(message, hint ?? undefined);
    },
    async onSettled() {
      await Promise.all([
        cache.invalidateQueries(trpc.decisions.pathFilter()),
        cache.invalidateQueries(trpc.meetings.get.pathFilter()),
      ]);
    },
  };
  const change = useMutation(trpc.decisions.change.mutationOptions(settled));
  const confirm = useMutation(trpc.decisions.confirm.mutationOptions(settled));
  const settle = useMutation(trpc.decisions.settle.mutationOptions(settled));

  return {
    isSettling: settle.isPending,
    confirm: (id: string) =>
      confirm.mutate({ id }, { onSuccess: () => toast.done(t("confirmedNow")) }),
    rewrite: (id: string, text: string) => change.mutate({ id, text }),
    remove: (id: string) =>
      change.mutate(
        { id, isRemoved: true },
        {
          onSuccess: () =>
            toast.done(t("removedNow"), {
              label: t("undo"),
              run: () => change.mutate({ id, isRemoved: false }),
            }),
        },
      ),
    settle: (id: string, verdict: "stands" | "replaced") =>
      settle.mutate(
        { id, verdict },
        { onSuccess: () => toast.done(t(verdict === "stands" ? "standsNow" : "replacedNow")) },
      ),
  };
}
