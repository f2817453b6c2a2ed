"use client";

import { Button } from "@besunny/ui/buttons/button";
import { LoadMore } from "@besunny/ui/buttons/load-more";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState, useQueryStates } from "nuqs";

import { ProblemState } from "../trpc/problem-state";
import { AuditDetails } from "./audit-details";
import type { AuditEntry, AuditOperations } from "./audit-entry";
import { type AuditActor, AuditFilterBar } from "./audit-filter-bar";
import { auditFilterParsers, isNarrowed } from "./audit-filters";
import { AuditTable } from "./audit-table";
import { useActorName } from "./audit-words";

type Pages = Pick<
  UseInfiniteQueryResult<{ pages: { items: AuditEntry[] }[] }, unknown>,
  | "data"
  | "error"
  | "isPending"
  | "hasNextPage"
  | "isFetchingNextPage"
  | "fetchNextPage"
  | "refetch"
>;

/** Returns the filters of an audit log in the URL, and the way to change them. */
export function useAuditFilters() {
  return useQueryStates(auditFilterParsers, { history: "push" });
}

/** Returns the way to one entry: the log shows it alone, with its details. */
export function useShowEntry(): (entryId: string) => void {
  const [, setFilters] = useAuditFilters();
  const [, setOpenId] = useQueryState("entry", parseAsString);
  return (entryId) => {
    void setFilters(null);
    void setFilters({ id: entryId });
    void setOpenId(entryId);
  };
}

/** An audit log: filters, rows as they come, and the details of the one that is open. `people` are those to filter by beside those who are in the rows. */
export function AuditLog({
  pages,
  people,
  operations,
  subjectLabel,
}: {
  pages: Pages;
  people: readonly AuditActor[];
  operations: AuditOperations;
  subjectLabel: string;
}) {
  const t = useTranslations("audit");
  const actorName = useActorName();
  const [filters, setFilters] = useAuditFilters();
  const [openId, setOpenId] = useQueryState("entry", parseAsString);
  const entries = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const acted = entries
    .filter(({ actor }) => actor.id !== "")
    .map(({ actor }) => ({ id: actor.id, name: actorName(actor) }));
  const actors = [...new Map([...acted, ...people].map((actor) => [actor.id, actor])).values()];

  return (
    <>
      <AuditFilterBar
        filters={filters}
        onChange={(next) => void setFilters(next)}
        actors={actors.sort((one, other) => one.name.localeCompare(other.name))}
        operations={operations}
        subjectLabel={subjectLabel}
      />
      {pages.isPending && <LogSkeleton label={t("loading")} />}
      {pages.error !== null && !pages.data && (
        <ProblemState error={pages.error} onRetry={() => void pages.refetch()} />
      )}
      {pages.data && entries.length === 0 && (
        <EmptyState
          title={t(isNarrowed(filters) ? "noneFit" : "none")}
          actions={
            isNarrowed(filters) && (
              <Button onClick={() => void setFilters(null)}>{t("clear")}</Button>
            )
          }
        >
          {t(isNarrowed(filters) ? "noneFitHint" : "noneHint")}
        </EmptyState>
      )}
      {entries.length > 0 && (
        <AuditTable
          entries={entries}
          operations={operations}
          onOpen={({ id }) => void setOpenId(id)}
        />
      )}
      {pages.hasNextPage && (
        <LoadMore
          label={t("more")}
          loading={pages.isFetchingNextPage}
          onLoad={() => void pages.fetchNextPage()}
        />
      )}
      <AuditDetails
        entry={entries.find(({ id }) => id === openId) ?? null}
        operations={operations}
        onClose={() => void setOpenId(null)}
      />
    </>
  );
}

function LogSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-3 p-4">
      {[1, 2, 3, 4, 5, 6].map((row) => (
        <Skeleton key={row} className="h-6 w-full" />
      ))}
    </div>
  );
}
