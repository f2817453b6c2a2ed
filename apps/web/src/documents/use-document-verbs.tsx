"use client";

import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { isOpening, useConfirmOpening } from "~/documents/confirm-opening";

/** Returns the actions on one or many documents. Trashing, adding to a project and removing from it offer an undo. */
export function useDocumentVerbs() {
  const t = useTranslations("documents");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const confirmed = useConfirmOpening();
  const refresh = () =>
    Promise.all([
      queryClient.invalidateQueries(trpc.documents.pathFilter()),
      queryClient.invalidateQueries(trpc.projects.pathFilter()),
    ]);
  const settled = {
    onSuccess: refresh,
    onError(error: unknown) {
      if (isOpening(error)) return;
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
  const fileIn = (projectId: string, add: string[]) =>
    confirmed((isConfirmed) => file.mutateAsync({ projectId, add, isConfirmed }));
  const takeOut = (projectId: string, remove: string[]) =>
    confirmed((isConfirmed) => file.mutateAsync({ projectId, remove, isConfirmed }));

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
      if (!(await fileIn(project.id, ids))) return;
      toast.done(t("added", { count: ids.length, project: project.name }), {
        label: t("undo"),
        run: () => void takeOut(project.id, ids).catch(() => undefined),
      });
    },
    async removeFromProject(ids: string[], project: { id: string; name: string }) {
      if (!(await takeOut(project.id, ids))) return;
      toast.done(t("removed", { count: ids.length, project: project.name }), {
        label: t("undo"),
        run: () => void fileIn(project.id, ids).catch(() => undefined),
      });
    },
  };
}
