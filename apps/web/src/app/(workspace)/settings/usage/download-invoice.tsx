"use client";

import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { saveFile } from "@besunny/web-kit/save-file";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";

/** Downloads an invoice as PDF; without an id, what this month costs by now. */
export function DownloadInvoice({ id, label }: { id?: string; label: string }) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const download = useMutation({
    mutationFn: () =>
      cache.fetchQuery(
        trpc.usage.invoiceFile.queryOptions({ ...(id && { id }) }, { staleTime: 0 }),
      ),
    onSuccess: (file) => saveFile({ ...file, format: "pdf" }),
    onError: (error) => toast.failed(problemOf(error).message),
  });
  return (
    <Button size="sm" loading={download.isPending} onClick={() => download.mutate()}>
      <Download aria-hidden />
      {label}
    </Button>
  );
}
