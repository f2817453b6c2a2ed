"use client";

import { toast } from "@besunny/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { useTRPC } from "~/trpc/client";
import { problemOf } from "~/trpc/problem";

import { useTray } from "./tray-context";
import { isResting, type TrayItem } from "./tray-item";

export type TrayVerbs = ReturnType<typeof useTrayVerbs>;

/** What can be done with files in the tray; each is really done, here or on the server. */
export function useTrayVerbs() {
  const t = useTranslations("tray");
  const trpc = useTRPC();
  const { store, pickFiles } = useTray();
  const onError = (error: unknown) => toast.failed(t("notDone"), problemOf(error).message);
  const retry = useMutation(trpc.documents.retry.mutationOptions({ onError }));
  const cancel = useMutation(trpc.documents.cancel.mutationOptions({ onError }));

  return {
    retry(items: readonly TrayItem[]) {
      const stored = items.flatMap(({ documentId }) => documentId ?? []);
      if (stored.length > 0) {
        retry.mutate({ ids: stored });
        store.expect(stored, "pending");
      }
      const kept = items.filter(({ documentId, key }) => !documentId && !store.sendAgain(key));
      if (kept.length > 0) pickFiles("files");
    },

    cancel(item: TrayItem) {
      if (!item.documentId) return void store.stop(item.key);
      cancel.mutate({ ids: [item.documentId] });
      store.expect([item.documentId], "cancelled");
    },

    pickAgain: () => pickFiles("files"),

    dismiss(item: TrayItem) {
      if (isResting(item)) void store.dismiss(item.key);
    },
  };
}
