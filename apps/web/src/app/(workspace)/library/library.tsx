"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { DocumentListSkeleton } from "~/documents/document-list-skeleton";
import { useShownLayout } from "~/documents/table/use-library-layout";
import { FacetPanel } from "~/queries/facet-panel";
import { PageHeader } from "~/shell/page-header";
import { useTabTitle } from "~/shell/use-tab-title";
import { UploadButton } from "~/upload/upload-button";
import { ViewBar } from "~/views/view-bar";

import { FilterBar } from "./filter-bar";
import { asFilter, asInput, filterParsers } from "./filters";
import { LibraryEmpty } from "./library-empty";
import { LibraryList } from "./library-list";

export function Library() {
  const t = useTranslations("library");
  const trpc = useTRPC();
  const [filters, setFilters] = useQueryStates(filterParsers, { history: "push" });
  const view = useQuery(
    trpc.views.get.queryOptions(
      { id: filters.view ?? "" },
      { enabled: !!filters.view, retry: false },
    ),
  ).data;
  const { isChanged, ...shown } = useShownLayout(view);
  useTabTitle(view?.name ?? filters.q, t("title"));
  const pages = useInfiniteQuery(
    trpc.documents.list.infiniteQueryOptions(asInput(filters), {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
    }),
  );
  const facets = useQuery(
    trpc.documents.facets.queryOptions(asFilter(filters), { placeholderData: keepPreviousData }),
  ).data;
  const documents = pages.data?.pages.flatMap(({ items }) => items) ?? [];

  return (
    <>
      <PageHeader title={t("title")} actions={<UploadButton />} />
      {filters.view && (
        <ViewBar
          id={filters.view}
          query={filters.q}
          sort={filters.sort}
          layout={isChanged ? shown.layout : undefined}
          onClose={() => void setFilters(null)}
        />
      )}
      <FilterBar filters={filters} facets={facets} shown={shown} onChange={setFilters} />
      <div className="flex">
        <div className="min-w-0 flex-1">
          {pages.isPending && <DocumentListSkeleton label={t("loading")} />}
          {pages.error && !pages.data && (
            <ProblemState error={pages.error} onRetry={() => void pages.refetch()} />
          )}
          {pages.data && documents.length === 0 && (
            <LibraryEmpty
              isFiltered={filters.q !== ""}
              onClear={() => void setFilters({ q: null })}
            />
          )}
          {documents.length > 0 && (
            <>
              {filters.q !== "" && facets && (
                <p role="status" className="px-4 pt-2 text-n11 text-xs tabular-nums">
                  {t("count", { count: facets.total })}
                </p>
              )}
              <LibraryList
                documents={documents}
                filter={asFilter(filters)}
                total={facets?.total}
                layout={shown.layout}
                sort={filters.sort}
                onSort={(sort) => void setFilters({ sort })}
                hasMore={pages.hasNextPage}
                isLoadingMore={pages.isFetchingNextPage}
                onMore={() => void pages.fetchNextPage()}
              />
            </>
          )}
        </div>
        {(facets?.total ?? 0) + documents.length + filters.q.length > 0 && (
          <aside
            aria-label={t("filters")}
            className="hidden w-56 shrink-0 border-l px-4 py-3 lg:block"
          >
            <FacetPanel
              query={filters.q}
              facets={facets}
              onChange={(q) => void setFilters({ q: q || null })}
            />
          </aside>
        )}
      </div>
    </>
  );
}
