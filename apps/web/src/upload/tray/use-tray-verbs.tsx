"use client";

import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useBatchVerbs } from "~/batches/use-batch-verbs";
import { useDocumentVerbs } from "~/documents/use-document-verbs";

import { useTray } from "../tray-context";
import { groupsOf, isAwaited, isResting, type TrayItem } from "../tray-item";

export type TrayVerbs = ReturnType<typeof useTrayVerbs>;

/** Returns the actions on files in the tray. Each takes effect in the browser or on the server. */
export function useTrayVerbs() {
  const t = useTranslations("tray");
  const trpc = useTRPC();
  const { store, pickFiles } = useTray();
  const onError = (error: unknown) => toast.failed(t("notDone"), problemOf(error).message);
  const retry = useMutation(trpc.documents.retry.mutationOptions({ onError }));
  const cancel = useMutation(trpc.documents.cancel.mutationOptions({ onError }));
  const batches = useBatchVerbs();
  const documents = useDocumentVerbs();

  /** Tells their batches that these files will not come. */
  function takeBack(items: readonly TrayItem[]) {
    for (const { batchId, items: awaited } of groupsOf(items.filter(isAwaited)))
      if (batchId) batches.leaveOut(batchId, awaited.length);
  }

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
      if (!item.documentId) {
        takeBack([item]);
        return void store.stop(item.key);
      }
      cancel.mutate({ ids: [item.documentId] });
      store.expect([item.documentId], "cancelled");
    },

    /** Moves a document that cannot be read to the trash, and takes its row off. */
    remove(item: TrayItem) {
      if (!item.documentId) return;
      void documents.trash([item.documentId]).then(
        () => store.dismiss(item.key),
        () => undefined,
      );
    },

    pickAgain: () => pickFiles("files"),

    dismiss(item: TrayItem) {
      if (!isResting(item)) return;
      takeBack([item]);
      void store.dismiss(item.key);
    },

    clear: () => takeBack(store.clear()),

    /** Stops the batch on the server, and what of it is still here. */
    cancelBatch(batchId: string) {
      batches.cancel(batchId);
      const here = store.items().filter((item) => item.batchId === batchId && isAwaited(item));
      for (const { key } of here) void store.stop(key);
    },
  };
}
