"use client";

import { LoadMore } from "@besunny/ui/buttons/load-more";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useInfiniteQuery } from "@tanstack/react-query";
import { FileUp, Layers, RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Batch } from "~/batches/batch";
import { BatchBar } from "~/batches/batch-bar";
import { BatchLine } from "~/batches/batch-line";
import { EarlierReadings } from "~/batches/earlier-readings";
import { useBatchTitle } from "~/batches/use-batch-title";
import { moveRow } from "~/documents/row-focus";
import { PageHeader } from "~/shell/page-header";
import { useScreenKeys } from "~/shell/use-screen-keys";
import { UploadButton } from "~/upload/upload-button";

const tellEveryMs = 4000;

/** Lists the batches, newest first. */
export function Batches() {
  const t = useTranslations("batches");
  const trpc = useTRPC();
  const pages = useInfiniteQuery(
    trpc.batches.list.infiniteQueryOptions(
      { limit: 30 },
      {
        getNextPageParam: (page) => page.nextCursor,
        refetchInterval: ({ state }) =>
          state.data?.pages[0]?.items.some((batch) => batch.state === "running")
            ? tellEveryMs
            : false,
      },
    ),
  );
  const batches = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  useScreenKeys(
    t("title"),
    [
      { keys: ["j"], does: t("keyDown") },
      { keys: ["k"], does: t("keyUp") },
    ],
    {
      j: () => moveRow(1),
      k: () => moveRow(-1),
      ArrowDown: () => moveRow(1),
      ArrowUp: () => moveRow(-1),
    },
  );

  return (
    <>
      <PageHeader title={t("title")} actions={<UploadButton />} />
      <EarlierReadings />
      {pages.isPending && <BatchesSkeleton label={t("loading")} />}
      {pages.error && !pages.data && (
        <ProblemState error={pages.error} onRetry={() => void pages.refetch()} />
      )}
      {pages.data && batches.length === 0 && (
        <EmptyState icon={<Layers aria-hidden />} title={t("empty")} actions={<UploadButton />}>
          {t("emptyHint")}
        </EmptyState>
      )}
      <ul aria-label={t("title")}>
        {batches.map((batch) => (
          <BatchRow key={batch.id} batch={batch} />
        ))}
      </ul>
      {pages.hasNextPage && (
        <LoadMore
          label={t("more")}
          loading={pages.isFetchingNextPage}
          onLoad={() => void pages.fetchNextPage()}
        />
      )}
    </>
  );
}

function BatchRow({ batch }: { batch: Batch }) {
  const titleOf = useBatchTitle();
  const Icon = batch.kind === "upload" ? FileUp : RefreshCw;

  return (
    <li className="relative flex min-h-16 items-center gap-3 border-n5 border-b px-4 py-2 transition-colors hover:bg-n3 has-[a:focus-visible]:bg-n3">
      <Icon aria-hidden className="size-4 shrink-0 text-n10" />
      <div className="min-w-0 flex-1">
        <Link
          href={`/batches/${batch.id}`}
          data-row
          className="block truncate font-medium before:absolute before:inset-0"
        >
          <bdi>{titleOf(batch)}</bdi>
        </Link>
        <p className="text-n11 text-sm tabular-nums">
          <BatchLine batch={batch} />
        </p>
      </div>
      <div className="hidden w-48 shrink-0 md:block">
        <BatchBar totals={batch.totals} />
      </div>
      <span className="flex w-24 shrink-0 flex-col items-end text-n11 text-xs">
        <RelativeTime at={batch.createdAt} />
        <span className="max-w-full truncate">{batch.createdBy?.name}</span>
      </span>
    </li>
  );
}

function BatchesSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label}>
      {["one", "two", "three"].map((row) => (
        <div key={row} className="flex h-16 items-center gap-3 border-n5 border-b px-4">
          <Skeleton className="size-4" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="w-40" />
            <Skeleton className="w-64 max-w-full" />
          </div>
        </div>
      ))}
    </div>
  );
}
