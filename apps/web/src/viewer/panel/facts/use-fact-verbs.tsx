"use client";

import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

type Change = { name: string; label?: string; before: string | null; value: string | null };

/** Changes, locks, adds and removes facts of a document. What was done can be taken back. */
export function useFactVerbs(id: string) {
  const t = useTranslations("viewer");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const settled = {
    onSuccess: () => queryClient.invalidateQueries(trpc.documents.pathFilter()),
    onError: (error: unknown) => toast.failed(problemOf(error).message),
  };
  const withdraw = useMutation(trpc.documents.withdrawFact.mutationOptions(settled));
  const correction = useMutation(trpc.documents.correctFact.mutationOptions(settled));

  return {
    isPending: correction.isPending || withdraw.isPending,
    withdraw: (field: string) => withdraw.mutate({ id, field }),
    change(change: Change, sentence: string) {
      correction.mutate(
        { id, ...change },
        {
          onSuccess: ({ field }) =>
            toast.done(sentence, {
              label: t("undo"),
              run: () => field && withdraw.mutate({ id, field }),
            }),
        },
      );
    },
  };
}
