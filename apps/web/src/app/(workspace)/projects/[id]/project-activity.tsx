"use client";

import { LoadMore } from "@besunny/ui/buttons/load-more";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { HistoryEntries } from "~/documents/history-entries";

/** The calls on a project that succeeded, newest first. */
export function ProjectActivity({ id }: { id: string }) {
  const t = useTranslations("projects");
  const trpc = useTRPC();
  const pages = useInfiniteQuery(
    trpc.projects.history.infiniteQueryOptions(
      { id, limit: 50 },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );

  if (pages.isPending) return <Skeleton className="m-4 h-40" />;
  if (pages.error)
    return <ProblemState error={pages.error} onRetry={() => void pages.refetch()} compact />;
  return (
    <div className="max-w-2xl p-4">
      <HistoryEntries
        label={t("activity")}
        entries={pages.data.pages.flatMap(({ items }) => items)}
      />
      {pages.hasNextPage && (
        <LoadMore
          label={t("moreActivity")}
          loading={pages.isFetchingNextPage}
          onLoad={() => void pages.fetchNextPage()}
        />
      )}
    </div>
  );
}
