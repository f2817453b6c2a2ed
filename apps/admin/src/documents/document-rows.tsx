"use client";

import { documentStatuses } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { LoadMore } from "@besunny/ui/buttons/load-more";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Select } from "@besunny/ui/fields/select";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { PageHeader } from "~/shell/page-header";

import { DocumentTable, shortId } from "./document-table";
import { asInput, filterParsers } from "./filters";
import { useReason } from "./reason";

const any = "any";

/** The documents behind a figure: how each one went, never its name or words. */
export function DocumentRows() {
  const t = useTranslations("documents");
  const ts = useTranslations("status");
  const format = useFormatter();
  const trpc = useTRPC();
  const reasonOf = useReason();
  const [filters, setFilters] = useQueryStates(filterParsers, { history: "push" });
  const workspaces = useQuery(trpc.admin.overview.queryOptions({ days: 7 })).data?.workspaces ?? [];
  const pages = useInfiniteQuery(
    trpc.admin.documents.infiniteQueryOptions(asInput(filters), {
      getNextPageParam: (page) => page.nextCursor,
    }),
  );
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const isFiltered = Object.values(filters).some((value) => value !== null);

  return (
    <>
      <PageHeader title={t("title")} />
      <div className="flex flex-wrap items-center gap-2 border-b px-4 py-2">
        <Select
          label={t("status")}
          value={filters.status?.length === 1 ? (filters.status[0] ?? any) : any}
          options={[
            {
              value: any,
              label:
                filters.status && filters.status.length > 1
                  ? filters.status.map((name) => ts(name)).join(", ")
                  : t("anyStatus"),
            },
            ...documentStatuses.map((value) => ({ value, label: ts(value) })),
          ]}
          onChange={(next) => {
            const status = documentStatuses.find((name) => name === next);
            void setFilters({ status: status ? [status] : null });
          }}
        />
        {workspaces.length > 1 && (
          <Select
            label={t("workspace")}
            value={filters.workspaceId ?? any}
            options={[
              { value: any, label: t("anyWorkspace") },
              ...workspaces.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(next) => void setFilters({ workspaceId: next === any ? null : next })}
          />
        )}
        {filters.errorCode && <span className="text-sm">{reasonOf(filters.errorCode)}</span>}
        {filters.batchId && (
          <span className="text-n11 text-sm">{t("batch", { id: shortId(filters.batchId) })}</span>
        )}
        {filters.from && (
          <span className="text-n11 text-sm">
            {t("since", {
              from: format.dateTime(filters.from, { dateStyle: "medium", timeStyle: "short" }),
            })}
          </span>
        )}
        {filters.to && (
          <span className="text-n11 text-sm">
            {t("until", {
              to: format.dateTime(filters.to, { dateStyle: "medium", timeStyle: "short" }),
            })}
          </span>
        )}
        {isFiltered && (
          <Button variant="ghost" onClick={() => void setFilters(null)}>
            {t("clear")}
          </Button>
        )}
      </div>
      {pages.isPending && <Skeleton className="m-4 h-64" />}
      {pages.error && !pages.data && (
        <ProblemState error={pages.error} onRetry={() => void pages.refetch()} />
      )}
      {pages.data && rows.length === 0 && (
        <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>
      )}
      {rows.length > 0 && (
        <DocumentTable
          rows={rows}
          nameOf={(id) => workspaces.find((workspace) => workspace.id === id)?.name ?? id}
        />
      )}
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
