"use client";

import { LoadMore } from "@besunny/ui/buttons/load-more";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { asRunFilter, type RunFilters } from "./run-filters";
import { RunTable } from "./run-table";
import { SelectionBar } from "./selection-bar";
import { useMinute } from "./use-minute";

const LOOK_AGAIN_MS = 4_000;
/** More than that is not fetched again and again: who scrolls is reading. */
const LIVE_PAGES = 2;

/** Runs, newest first, and what can be done to those that are chosen, or to all that fit. */
export function RunList({ filters }: { filters: RunFilters }) {
  const t = useTranslations("runs");
  const trpc = useTRPC();
  const filter = asRunFilter(filters, useMinute());
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const pages = useInfiniteQuery(
    trpc.admin.runs.list.infiniteQueryOptions(
      { ...filter, limit: 50 },
      {
        getNextPageParam: (page) => page.nextCursor,
        placeholderData: (before) => before,
        refetchInterval: ({ state }) =>
          (state.data?.pages.length ?? 0) <= LIVE_PAGES ? LOOK_AGAIN_MS : false,
      },
    ),
  );
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];

  return (
    <>
      {rows.length > 0 && (
        <SelectionBar
          selected={[...selected]}
          filter={filter}
          onClear={() => setSelected(new Set())}
        />
      )}
      {pages.isPending && <Skeleton className="m-4 h-64" />}
      {pages.error && !pages.data && (
        <ProblemState error={pages.error} onRetry={() => void pages.refetch()} />
      )}
      {pages.data && rows.length === 0 && (
        <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>
      )}
      {rows.length > 0 && <RunTable rows={rows} selected={selected} onSelect={setSelected} />}
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
