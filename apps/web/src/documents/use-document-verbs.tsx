"use client";

import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { isOpening, useConfirmOpening } from "~/documents/confirm-opening";
import { useNames } from "~/i18n/use-names";
import { useRefreshDocuments } from "~/live/use-refresh-documents";
import type { Choice } from "./selected-documents";

/** Returns the actions on one or many documents. Trashing, adding to a project and removing from it offer an undo. */
export function useDocumentVerbs() {
  const t = useTranslations("documents");
  const { typeName } = useNames();
  const trpc = useTRPC();
  const confirmed = useConfirmOpening();
  const refresh = useRefreshDocuments();
  const settled = {
    onSuccess: () => refresh(),
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
  const unlock = useMutation(trpc.documents.unlock.mutationOptions({ onSuccess: () => refresh() }));
  const cancel = useMutation(trpc.documents.cancel.mutationOptions(settled));
  const file = useMutation(trpc.projects.fileDocuments.mutationOptions(settled));
  const setTypes = useMutation(trpc.documents.correctTypes.mutationOptions(settled));
  const fileIn = (projectId: string, { ids, matching }: Choice) =>
    confirmed((isConfirmed) =>
      file.mutateAsync({
        projectId,
        isConfirmed,
        ...(ids && { add: ids }),
        ...(matching && { addMatching: matching }),
      }),
    );
  const takeOut = (projectId: string, remove: string[]) =>
    confirmed((isConfirmed) => file.mutateAsync({ projectId, remove, isConfirmed }));

  return {
    async trash(given: string[] | Choice) {
      const choice = chosen(given);
      const { ids } = await trash.mutateAsync(choice);
      toast.done(t("trashed", { count: choice.ids?.length ?? ids.length }), {
        label: t("undo"),
        run: () => restore.mutate({ ids }),
      });
    },
    async setType(given: string[] | Choice, type: string) {
      const { ids } = await setTypes.mutateAsync({ ...chosen(given), type });
      toast.done(t("typed", { count: ids.length, type: typeName(type) }));
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
    async addToProject(given: string[] | Choice, project: { id: string; name: string }) {
      const choice = chosen(given);
      const filed = await fileIn(project.id, choice);
      if (!filed) return;
      const { ids } = filed;
      toast.done(t("added", { count: choice.ids?.length ?? ids.length, project: project.name }), {
        label: t("undo"),
        run: () => void takeOut(project.id, ids).catch(() => undefined),
      });
    },
    async removeFromProject(ids: string[], project: { id: string; name: string }) {
      if (!(await takeOut(project.id, ids))) return;
      toast.done(t("removed", { count: ids.length, project: project.name }), {
        label: t("undo"),
        run: () => void fileIn(project.id, { ids }).catch(() => undefined),
      });
    },
  };
}

function chosen(given: string[] | Choice): Choice {
  return Array.isArray(given) ? { ids: given } : given;
}
