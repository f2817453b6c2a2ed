"use client";

import { Button } from "@besunny/ui/buttons/button";
import { LoadMore } from "@besunny/ui/buttons/load-more";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { ListTodo, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { focusRowSoon } from "~/documents/row-focus";

import { dueGroupOf, dueGroups } from "./due-group";
import { asActionsInput, type LedgerFilters } from "./ledger-filters";
import { LedgerRow } from "./ledger-row";
import { SameDialog } from "./same-dialog";
import { useLedgerKeys } from "./use-ledger-keys";

/** Lists the actions of a tab, by when they are due: what is overdue comes first. */
export function LedgerList({
  filters,
  today,
  onNew,
  drafts,
  onDrafts,
}: {
  filters: LedgerFilters;
  today: string | null;
  onNew: (() => void) | null;
  /** The number of drafts that wait for a word. */
  drafts: number;
  onDrafts: () => void;
}) {
  const t = useTranslations("actions");
  const trpc = useTRPC();
  const pages = useInfiniteQuery(
    trpc.actions.list.infiniteQueryOptions(asActionsInput(filters, today), {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
      enabled: today !== null,
    }),
  );
  const actions = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const [editing, setEditing] = useState<string | null>(null);
  const [same, setSame] = useState<string | null>(null);
  useLedgerKeys({ actions, onEdit: setEditing, onSame: setSame, onNew });

  const groups =
    today === null
      ? new Map()
      : Map.groupBy(actions, ({ due }) => dueGroupOf(due?.on ?? null, today));
  const isFiltered = Boolean(filters.words ?? filters.project ?? filters.due ?? filters.show);
  const merging = actions.find(({ id }) => id === same);
  if (pages.isPending)
    return (
      <div role="status" aria-label={t("loading")} className="flex flex-col gap-3 p-4">
        {["one", "two", "three"].map((row) => (
          <Skeleton key={row} className="h-10 w-full" />
        ))}
      </div>
    );
  if (pages.error && !pages.data)
    return <ProblemState error={pages.error} onRetry={() => void pages.refetch()} />;
  if (actions.length === 0)
    return (
      <EmptyState
        icon={<ListTodo aria-hidden />}
        title={t(isFiltered ? "noneFit" : `none_${filters.tab}`)}
        actions={
          !isFiltered && (
            <>
              {drafts > 0 && (
                <Button variant="primary" onClick={onDrafts}>
                  {t("lookAtDrafts", { count: drafts })}
                </Button>
              )}
              {onNew && (
                <Button icon={<Plus aria-hidden />} onClick={onNew}>
                  {t("new")}
                </Button>
              )}
            </>
          )
        }
      >
        {t(isFiltered ? "noneFitHint" : "noneHint")}
      </EmptyState>
    );

  return (
    <>
      {dueGroups.map((group) => {
        const items: typeof actions = groups.get(group) ?? [];
        return (
          items.length > 0 && (
            <section key={group} aria-label={t(`due_${group}`)}>
              <h2 className="px-4 pt-4 pb-1 font-semibold text-n11 text-sm">{t(`due_${group}`)}</h2>
              <ul>
                {items.map((action) => (
                  <LedgerRow
                    key={action.id}
                    action={action}
                    mayChange={action.mayChange}
                    isEditing={editing === action.id}
                    onEdit={(isEditing) => {
                      setEditing(isEditing ? action.id : null);
                      if (!isEditing) focusRowSoon(action.id);
                    }}
                    onSame={() => setSame(action.id)}
                  />
                ))}
              </ul>
            </section>
          )
        );
      })}
      {pages.hasNextPage && (
        <LoadMore
          label={t("more")}
          loading={pages.isFetchingNextPage}
          onLoad={() => void pages.fetchNextPage()}
        />
      )}
      {merging && <SameDialog action={merging} onClose={() => setSame(null)} />}
    </>
  );
}
