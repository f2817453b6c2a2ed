"use client";

import { Button } from "@besunny/ui/buttons/button";
import { LoadMore } from "@besunny/ui/buttons/load-more";
import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { useReceipt } from "./use-receipt";
import { VerifyReceipt } from "./verify-receipt";

/** The receipts of what was deleted, each to keep elsewhere, and a check of one that somebody has kept. */
export function Receipts() {
  const t = useTranslations("privacy");
  const trpc = useTRPC();
  const download = useReceipt();
  const pages = useInfiniteQuery(
    trpc.privacy.receipts.infiniteQueryOptions({}, { getNextPageParam: (page) => page.nextCursor }),
  );
  const receipts = pages.data?.pages.flatMap(({ items }) => items) ?? [];

  return (
    <section className="max-w-4xl px-4 py-6">
      <p className="text-n11">{t("receiptsLead")}</p>
      <VerifyReceipt />
      {pages.isPending && <Skeleton className="mt-6 h-32" />}
      {pages.error && <ProblemState error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.data && receipts.length === 0 && <p className="mt-6">{t("noReceipts")}</p>}
      <ul aria-label={t("receipts")} className="mt-4">
        {receipts.map(({ id, kind, subject, madeAt, openUntil }) => (
          <li key={id} className="flex min-h-14 items-center gap-3 border-n5 border-b py-2">
            <span className="min-w-0 flex-1">
              <span className="flex flex-wrap items-center gap-2">
                <span className="font-medium">{t(`receipt_${kind}`)}</span>
                <Badge tone={openUntil ? "attention" : "good"}>
                  {t(openUntil ? "notYet" : "allGone")}
                </Badge>
              </span>
              <span className="block truncate text-n11 text-sm">
                <code>{subject}</code> · <RelativeTime at={madeAt} />
              </span>
            </span>
            <Button size="sm" aria-label={t("downloadNamed", { id })} onClick={() => download(id)}>
              {t("downloadReceipt")}
            </Button>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <LoadMore
          label={t("more")}
          loading={pages.isFetchingNextPage}
          onLoad={() => void pages.fetchNextPage()}
        />
      )}
    </section>
  );
}
