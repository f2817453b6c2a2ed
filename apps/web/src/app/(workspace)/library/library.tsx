"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { DocumentListSkeleton } from "~/documents/document-list-skeleton";
import { PageHeader } from "~/shell/page-header";
import { UploadButton } from "~/upload/upload-button";

import { FilterBar } from "./filter-bar";
import { asFilter, asInput, countFilters, filterParsers } from "./filters";
import { LibraryEmpty } from "./library-empty";
import { LibraryList } from "./library-list";

export function Library() {
  const t = useTranslations("library");
  const trpc = useTRPC();
  const [filters, setFilters] = useQueryStates(filterParsers, { history: "push" });
  const pages = useInfiniteQuery(
    trpc.documents.list.infiniteQueryOptions(asInput(filters), {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
    }),
  );
  const documents = pages.data?.pages.flatMap(({ items }) => items) ?? [];

  return (
    <>
      <PageHeader title={t("title")} actions={<UploadButton />} />
      <FilterBar filters={filters} onChange={setFilters} />
      {pages.isPending && <DocumentListSkeleton label={t("loading")} />}
      {pages.error && !pages.data && (
        <ProblemState error={pages.error} onRetry={() => void pages.refetch()} />
      )}
      {pages.data && documents.length === 0 && (
        <LibraryEmpty
          isFiltered={countFilters(filters) > 0}
          onClear={() => void setFilters(null)}
        />
      )}
      {documents.length > 0 && (
        <LibraryList
          documents={documents}
          filter={asFilter(filters)}
          hasMore={pages.hasNextPage}
          isLoadingMore={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
        />
      )}
    </>
  );
}
