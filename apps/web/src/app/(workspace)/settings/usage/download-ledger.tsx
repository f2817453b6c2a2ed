"use client";

import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";

const PAGES = 1_000;

/** Downloads the ledger of this month as CloudEvents: one event on each line. */
export function DownloadLedger() {
  const t = useTranslations("usage");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const download = useMutation({
    async mutationFn() {
      const lines: string[] = [];
      let cursor: string | null = null;
      for (let page = 0; page < PAGES; page += 1) {
        const { items, nextCursor }: { items: object[]; nextCursor: string | null } =
          await cache.fetchQuery(trpc.usage.exported.queryOptions({ cursor, limit: 1_000 }));
        lines.push(...items.map((item) => JSON.stringify(item)));
        if (nextCursor === null) break;
        cursor = nextCursor;
      }
      return new Blob(
        lines.map((line) => `${line}\n`),
        { type: "application/x-ndjson" },
      );
    },
    onSuccess(blob) {
      const url = URL.createObjectURL(blob);
      const link = Object.assign(document.createElement("a"), {
        href: url,
        download: "usage.cloudevents.jsonl",
      });
      link.click();
      URL.revokeObjectURL(url);
    },
    onError: (error) => toast.failed(problemOf(error).message),
  });
  return (
    <Button size="sm" loading={download.isPending} onClick={() => download.mutate()}>
      <Download aria-hidden />
      {t("ledger")}
    </Button>
  );
}
