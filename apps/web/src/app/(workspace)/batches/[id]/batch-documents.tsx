"use client";

import { Button } from "@besunny/ui/buttons/button";
import { LoadMore } from "@besunny/ui/buttons/load-more";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { DocumentListSkeleton } from "~/documents/document-list-skeleton";
import { moveRow } from "~/documents/row-focus";
import { useScreenKeys } from "~/shell/use-screen-keys";

import { BatchDocumentRow } from "./batch-document-row";
import { asDocumentsInput, type BatchFilters } from "./filters";

/** The documents of a batch in the order in which they came. */
export function BatchDocuments({
  id,
  filters,
  onClear,
}: {
  id: string;
  filters: BatchFilters;
  onClear: () => void;
}) {
  const t = useTranslations("batches");
  const trpc = useTRPC();
  const pages = useInfiniteQuery(
    trpc.batches.documents.infiniteQueryOptions(asDocumentsInput(id, filters), {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
    }),
  );
  useScreenKeys(
    t("batch"),
    [
      { keys: ["j"], does: t("keyNextDocument") },
      { keys: ["k"], does: t("keyPreviousDocument") },
    ],
    {
      j: () => moveRow(1),
      k: () => moveRow(-1),
      ArrowDown: () => moveRow(1),
      ArrowUp: () => moveRow(-1),
    },
  );

  if (pages.isPending) return <DocumentListSkeleton label={t("loadingOne")} />;
  if (pages.error) return <ProblemState error={pages.error} onRetry={() => void pages.refetch()} />;
  const documents = pages.data.pages.flatMap(({ items }) => items);
  const isFiltered = filters.state !== null || filters.reason !== null;
  if (documents.length === 0)
    return (
      <EmptyState
        title={t(isFiltered ? "noneFit" : "noneYet")}
        actions={isFiltered && <Button onClick={onClear}>{t("showAll")}</Button>}
      />
    );

  return (
    <>
      <ul aria-label={t("documents")}>
        {documents.map((document) => (
          <BatchDocumentRow key={document.id} document={document} />
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
