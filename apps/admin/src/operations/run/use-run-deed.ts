"use client";

import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";

/** Retries or replays this run, as an operation on one; the page of it is one click away. */
export function useRunDeed(runId: string) {
  const t = useTranslations("run");
  const router = useRouter();
  const trpc = useTRPC();
  const queryClient = useQueryClient();

  return useMutation(
    trpc.admin.operations.start.mutationOptions({
      onSuccess: ({ id }) =>
        toast.note(t("underWay"), {
          label: t("watch"),
          run: () => router.push(`/operations/bulk/${id}`),
        }),
      onError: (error) => toast.failed(t("notDone"), problemOf(error).message),
      onSettled: () =>
        queryClient.invalidateQueries({ queryKey: trpc.admin.runs.get.queryKey({ runId }) }),
    }),
  );
}
