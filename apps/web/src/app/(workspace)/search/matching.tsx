"use client";

import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryState } from "nuqs";
import { DocumentListSkeleton } from "~/documents/document-list-skeleton";
import { listHref } from "~/documents/selected-documents";
import { DocumentTable } from "~/documents/table/document-table";
import { LayoutMenu } from "~/documents/table/layout-menu";
import { parseAsSort } from "~/documents/table/parse-sort";
import { useLibraryLayout } from "~/documents/table/use-library-layout";
import { useTrail } from "~/documents/use-trail";

/** The documents that fulfil a query of conditions alone, as the table of the library. */
export function Matching({ query, total }: { query: string; total: number | undefined }) {
  const t = useTranslations("search");
  const trpc = useTRPC();
  const { layout, change } = useLibraryLayout();
  const [sort, setSort] = useQueryState("sort", parseAsSort);
  const pages = useInfiniteQuery(
    trpc.documents.list.infiniteQueryOptions(
      { q: query, limit: 100, sort },
      { getNextPageParam: (page) => page.nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const documents = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  useTrail(
    t("title"),
    documents.map(({ id }) => id),
  );

  if (pages.isPending) return <DocumentListSkeleton label={t("loading")} />;
  if (pages.error) return <ProblemState error={pages.error} onRetry={() => void pages.refetch()} />;
  if (documents.length === 0)
    return (
      <EmptyState icon={<SearchX aria-hidden />} title={t("noDocument")}>
        {t("noneHint")}
      </EmptyState>
    );
  return (
    <>
      <div className="mt-2 flex items-center justify-between gap-2">
        <p role="status" className="text-n11 text-xs tabular-nums">
          {total !== undefined && t("inDocuments", { count: total })}
        </p>
        <LayoutMenu
          layout={layout}
          change={change}
          isTableOnly
          listHref={listHref({ q: query, sort })}
        />
      </div>
      <div className="-mx-4">
        <DocumentTable
          label={t("results")}
          documents={documents}
          total={total}
          columns={layout.columns}
          isComfortable={layout.density === "comfortable"}
          sort={sort}
          onSort={(next) => void setSort(next)}
          hasMore={pages.hasNextPage}
          isLoadingMore={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
        />
      </div>
    </>
  );
}
