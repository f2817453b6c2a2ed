"use client";

import { toast } from "@besunny/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { useTRPC } from "~/trpc/client";
import { problemOf } from "~/trpc/problem";

/** What can be done with documents, one or many; what takes away offers to give back. */
export function useDocumentVerbs() {
  const t = useTranslations("documents");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const refresh = () =>
    Promise.all([
      queryClient.invalidateQueries(trpc.documents.pathFilter()),
      queryClient.invalidateQueries(trpc.projects.pathFilter()),
    ]);
  const settled = {
    onSuccess: refresh,
    onError(error: unknown) {
      const { message, hint } = problemOf(error);
      toast.failed(message || t("notDone"), hint ?? undefined);
    },
  };

  const restore = useMutation(trpc.documents.restore.mutationOptions(settled));
  const trash = useMutation(trpc.documents.trash.mutationOptions(settled));
  const deleteForever = useMutation(trpc.documents.deleteForever.mutationOptions(settled));
  const retry = useMutation(trpc.documents.retry.mutationOptions(settled));
  const unlock = useMutation(trpc.documents.unlock.mutationOptions({ onSuccess: refresh }));
  const cancel = useMutation(trpc.documents.cancel.mutationOptions(settled));
  const file = useMutation(trpc.projects.fileDocuments.mutationOptions(settled));

  return {
    async trash(ids: string[]) {
      await trash.mutateAsync({ ids });
      toast.done(t("trashed", { count: ids.length }), {
        label: t("undo"),
        run: () => restore.mutate({ ids }),
      });
    },
    async restore(ids: string[]) {
      await restore.mutateAsync({ ids });
      toast.done(t("restored", { count: ids.length }));
    },
    async deleteForever(ids: string[]) {
      await deleteForever.mutateAsync({ ids });
      toast.done(t("deleted", { count: ids.length }));
    },
    async retry(ids: string[]) {
      await retry.mutateAsync({ ids });
      toast.done(t("retried", { count: ids.length }));
    },
    /** Rejects where the password does not fit. */
    async unlock(id: string, password: string) {
      await unlock.mutateAsync({ id, password });
      toast.done(t("unlocked"));
    },
    async cancel(ids: string[]) {
      await cancel.mutateAsync({ ids });
      toast.done(t("cancelled", { count: ids.length }));
    },
    async addToProject(ids: string[], project: { id: string; name: string }) {
      await file.mutateAsync({ projectId: project.id, add: ids });
      toast.done(t("added", { count: ids.length, project: project.name }), {
        label: t("undo"),
        run: () => file.mutate({ projectId: project.id, remove: ids }),
      });
    },
    async removeFromProject(ids: string[], project: { id: string; name: string }) {
      await file.mutateAsync({ projectId: project.id, remove: ids });
      toast.done(t("removed", { count: ids.length, project: project.name }), {
        label: t("undo"),
        run: () => file.mutate({ projectId: project.id, add: ids }),
      });
    },
  };
}
