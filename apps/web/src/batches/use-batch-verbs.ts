"use client";

import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";

/** Returns the actions on a batch, and the one that processes documents again as a new batch. */
export function useBatchVerbs() {
  const t = useTranslations("batches");
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const settled = {
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries(trpc.batches.pathFilter()),
        queryClient.invalidateQueries(trpc.documents.pathFilter()),
      ]),
    onError(error: unknown) {
      const { message, hint } = problemOf(error);
      toast.failed(message || t("notDone"), hint ?? undefined);
    },
  };
  const pause = useMutation(trpc.batches.pause.mutationOptions(settled));
  const resume = useMutation(trpc.batches.resume.mutationOptions(settled));
  const cancel = useMutation(trpc.batches.cancel.mutationOptions(settled));
  const retry = useMutation(trpc.batches.retryFailed.mutationOptions(settled));
  const leaveOut = useMutation(trpc.batches.leaveOut.mutationOptions(settled));
  const reread = useMutation(trpc.batches.readAgain.mutationOptions(settled));
  const reprocess = useMutation(trpc.batches.createReprocess.mutationOptions(settled));

  return {
    isBusy: pause.isPending || resume.isPending || cancel.isPending || retry.isPending,
    pause: (id: string) => pause.mutate({ id }),
    resume: (id: string) => resume.mutate({ id }),
    cancel: (id: string) => cancel.mutate({ id }),
    retryFailed: (id: string) => retry.mutate({ id }),
    leaveOut: (id: string, count: number) => leaveOut.mutate({ id, count }),
    isReading: reread.isPending,
    readAgain: () =>
      reread.mutate(
        {},
        {
          onSuccess: ({ batch }) => {
            if (batch) router.push(`/batches/${batch.id}`);
          },
        },
      ),
    async processAgain(which: Parameters<typeof reprocess.mutateAsync>[0]) {
      const { id, totals } = await reprocess.mutateAsync(which);
      toast.note(t("begun", { count: totals.all }), {
        label: t("follow"),
        run: () => router.push(`/batches/${id}`),
      });
    },
  };
}
