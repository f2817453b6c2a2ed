"use client";

import type { Inputs } from "@besunny/api/browser/outputs";
import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import type { Choice } from "~/documents/selected-documents";
import { useRefreshDocuments } from "~/live/use-refresh-documents";

/** Returns the verbs of fields. `set` and `create` reject with their failure, for a form to show; the others show it and reject. */
export function useFieldVerbs() {
  const t = useTranslations("fields");
  const trpc = useTRPC();
  const client = useQueryClient();
  const refresh = useRefreshDocuments();
  const quiet = {
    onSuccess: async () => {
      await Promise.all([refresh(), client.invalidateQueries(trpc.fields.pathFilter())]);
    },
  };
  const told = {
    ...quiet,
    onError: (error: unknown) => {
      const { message, hint } = problemOf(error);
      toast.failed(message || t("notDone"), hint ?? undefined);
    },
  };
  const set = useMutation(trpc.fields.set.mutationOptions({ onSuccess: () => refresh() }));
  const create = useMutation(trpc.fields.create.mutationOptions(quiet));
  const change = useMutation(trpc.fields.change.mutationOptions(told));
  const archive = useMutation(trpc.fields.archive.mutationOptions(told));
  const order = useMutation(trpc.fields.order.mutationOptions(told));
  const addOptions = useMutation(trpc.fields.addOptions.mutationOptions(told));
  const renameOption = useMutation(trpc.fields.renameOption.mutationOptions(told));
  const removeOption = useMutation(trpc.fields.removeOption.mutationOptions(told));

  return {
    isSetting: set.isPending,
    set: (choice: Choice, fieldId: string, value: string | null) =>
      set.mutateAsync({ ...choice, fieldId, value }),
    create: (fields: Inputs["fields"]["create"]) => create.mutateAsync(fields),
    change: (fields: Inputs["fields"]["change"]) => change.mutateAsync(fields),
    archive: (id: string, isArchived: boolean) => archive.mutateAsync({ id, isArchived }),
    order: (ids: string[]) => order.mutateAsync({ ids }),
    addOptions: (id: string, names: string[]) => addOptions.mutateAsync({ id, names }),
    renameOption: (id: string, optionId: string, name: string) =>
      renameOption.mutateAsync({ id, optionId, name }),
    removeOption: (id: string, optionId: string) => removeOption.mutateAsync({ id, optionId }),
  };
}
