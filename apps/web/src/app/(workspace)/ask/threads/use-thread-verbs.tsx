"use client";

import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";

import type { Scope } from "../scope";
import { deleteSoon } from "./leaving-threads";

/** As long as the notice offers to undo. */
const UNDO_MS = 8000;

/** Returns the actions on a conversation of one's own. Deleting can be undone for a few seconds, then it is for good. */
export function useThreadVerbs(id: string) {
  const t = useTranslations("ask");
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const change = useMutation(
    trpc.conversations.change.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.conversations.pathFilter()),
      onError: (error) => toast.failed(problemOf(error).message),
    }),
  );

  const remove = useMutation(
    trpc.conversations.remove.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.conversations.list.pathFilter()),
      onError: (error) => toast.failed(t("notDeleted"), problemOf(error).message),
    }),
  );

  return {
    rename: (title: string) => change.mutate({ id, title }),
    ask: (scope: Scope) => change.mutate({ id, scope }),
    async share(isShared: boolean) {
      await change.mutateAsync({ id, isShared });
      toast.done(t(isShared ? "sharedNow" : "sharedNoMore"));
    },
    remove() {
      const undo = deleteSoon(id, () => remove.mutate({ id }), UNDO_MS);
      router.push("/ask");
      toast.done(t("deleted"), {
        label: t("undo"),
        run() {
          undo();
          router.push(`/ask/${id}`);
        },
      });
    },
  };
}
