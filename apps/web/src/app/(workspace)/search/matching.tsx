"use client";

import { LoadMore } from "@besunny/ui/buttons/load-more";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useInfiniteQuery } from "@tanstack/react-query";
import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { DocumentListSkeleton } from "~/documents/document-list-skeleton";
import { DocumentRow } from "~/documents/document-row";
import { useTrail } from "~/documents/use-trail";

/** The documents that fulfil a query of conditions alone. */
export function Matching({ query }: { query: string }) {
  const t = useTranslations("search");
  const tl = useTranslations("library");
  const trpc = useTRPC();
  const pages = useInfiniteQuery(
    trpc.documents.list.infiniteQueryOptions(
      { q: query, limit: 50 },
      { getNextPageParam: (page) => page.nextCursor },
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
      <ul aria-label={t("results")} className="mt-2">
        {documents.map((document) => (
          <DocumentRow key={document.id} document={document} href={`/documents/${document.id}`} />
        ))}
      </ul>
      {pages.hasNextPage && (
        <LoadMore
          label={tl("more")}
          loading={pages.isFetchingNextPage}
          onLoad={() => void pages.fetchNextPage()}
        />
      )}
    </>
  );
}
