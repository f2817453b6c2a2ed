"use client";

import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { sendFile } from "~/upload/uploader";

/** Uploads a file as the next version of a document, and restores an earlier one. */
export function useVersionVerbs(id: string) {
  const t = useTranslations("viewer");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const settled = {
    onSuccess: () => queryClient.invalidateQueries(trpc.documents.pathFilter()),
    onError: (error: unknown) => toast.failed(problemOf(error).message),
  };
  const upload = useMutation({
    ...settled,
    mutationFn: (file: File) =>
      new Promise<void>((resolve, reject) => {
        sendFile(
          crypto.randomUUID(),
          { file, path: file.name, projectId: null, batchId: null, versionOf: id },
          {
            onProgress: () => undefined,
            onStored: () => resolve(),
            onFailed: ({ message }) => reject(new Error(message || t("versionNotSent"))),
          },
        );
      }),
  });
  const restore = useMutation(trpc.documents.restoreVersion.mutationOptions(settled));

  return {
    isUploading: upload.isPending,
    isRestoring: restore.isPending,
    upload: (file: File) => upload.mutate(file),
    restore: (number: number) => restore.mutate({ id, number }),
  };
}
