"use client";

import { LoadMore } from "@besunny/ui/buttons/load-more";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { FindField } from "@besunny/web-kit/page/find-field";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import type { ComponentProps, ReactNode } from "react";
import { PageHeader } from "~/shell/page-header";

type Pages<Row> = {
  data: { pages: { items: Row[] }[] } | undefined;
  error: ComponentProps<typeof ProblemState>["error"] | null;
  isPending: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  refetch: () => unknown;
  fetchNextPage: () => unknown;
};

/** A screen with a field to find rows by, and the rows page after page. */
export function FoundPages<Row>({
  pages,
  text,
  onText,
  words,
  actions,
  children,
}: {
  pages: Pages<Row>;
  text: string;
  onText: (text: string) => void;
  words: { title: string; find: string; none: string; more: string };
  actions?: ReactNode;
  children: (rows: Row[]) => ReactNode;
}) {
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];

  return (
    <>
      <PageHeader title={words.title}>
        <FindField label={words.find} value={text} onChange={onText} />
        {actions}
      </PageHeader>
      {pages.isPending && <Skeleton className="m-4 h-64" />}
      {pages.error && !pages.data && (
        <ProblemState error={pages.error} onRetry={() => void pages.refetch()} />
      )}
      {pages.data && rows.length === 0 && <EmptyState title={words.none} />}
      {rows.length > 0 && children(rows)}
      {pages.hasNextPage && (
        <LoadMore
          label={words.more}
          loading={pages.isFetchingNextPage}
          onLoad={() => void pages.fetchNextPage()}
        />
      )}
    </>
  );
}
