"use client";

import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import type { Choice } from "~/documents/selected-documents";
import { useRefreshDocuments } from "~/live/use-refresh-documents";

/** Returns the verbs of tags. Each shows its own failure, and rejects then. */
export function useTagVerbs() {
  const t = useTranslations("tags");
  const trpc = useTRPC();
  const client = useQueryClient();
  const refresh = useRefreshDocuments();
  const settled = {
    onSuccess: async () => {
      await Promise.all([refresh(), client.invalidateQueries(trpc.tags.pathFilter())]);
    },
    onError: (error: unknown) => {
      const { message, hint } = problemOf(error);
      toast.failed(message || t("notDone"), hint ?? undefined);
    },
  };
  const put = useMutation(trpc.tags.put.mutationOptions(settled));
  const rename = useMutation(trpc.tags.rename.mutationOptions(settled));
  const merge = useMutation(trpc.tags.merge.mutationOptions(settled));
  const remove = useMutation(trpc.tags.remove.mutationOptions(settled));

  return {
    isBusy: put.isPending,
    put: (choice: Choice, changes: { add?: string[]; remove?: string[] }) =>
      put.mutateAsync({ ...choice, ...changes }),
    rename: (id: string, name: string) => rename.mutateAsync({ id, name }),
    merge: (id: string, into: string) => merge.mutateAsync({ id, into }),
    remove: (id: string) => remove.mutateAsync({ id }),
  };
}
