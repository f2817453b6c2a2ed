"use client";

import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

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
    mutationFn: async (file: File) => {
      const body = new FormData();
      body.set("file", file);
      const response = await fetch(`/api/v1/documents/${id}/versions`, { method: "POST", body });
      if (!response.ok) throw new Error(await reasonOf(response, t("versionNotSent")));
    },
  });
  const restore = useMutation(trpc.documents.restoreVersion.mutationOptions(settled));

  return {
    isUploading: upload.isPending,
    isRestoring: restore.isPending,
    upload: (file: File) => upload.mutate(file),
    restore: (number: number) => restore.mutate({ id, number }),
  };
}

/** Returns the sentence of a problem of the REST API. */
async function reasonOf(response: Response, otherwise: string): Promise<string> {
  try {
    const { title, detail }: { title?: string; detail?: string } = await response.json();
    return detail ?? title ?? otherwise;
  } catch {
    return otherwise;
  }
}
