"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { LoadMore } from "@besunny/ui/buttons/load-more";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Input } from "@besunny/ui/fields/input";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Contact } from "lucide-react";
import { useTranslations } from "next-intl";
import { debounce, useQueryStates } from "nuqs";
import { moveRow } from "~/documents/row-focus";
import { PageHeader } from "~/shell/page-header";
import { useScreenKeys } from "~/shell/use-screen-keys";

import { EntityIcon } from "./entity-icon";
import { asEntitiesInput, entityParsers } from "./filters";
import { KindFilter } from "./kind-filter";

type Entity = Outputs["entities"]["list"]["items"][number];

/** Lists the people, organisations and places of the documents that the reader may see. */
export function Entities() {
  const t = useTranslations("entities");
  const trpc = useTRPC();
  const [filters, setFilters] = useQueryStates(entityParsers, { history: "push" });
  const pages = useInfiniteQuery(
    trpc.entities.list.infiniteQueryOptions(asEntitiesInput(filters), {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
    }),
  );
  const entities = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const isFiltered = Boolean(filters.q) || filters.kind !== null;
  useScreenKeys(
    t("title"),
    [
      { keys: ["j"], does: t("keyDown") },
      { keys: ["k"], does: t("keyUp") },
      { keys: ["↵"], does: t("keyOpen") },
    ],
    {
      j: () => moveRow(1),
      k: () => moveRow(-1),
      ArrowDown: () => moveRow(1),
      ArrowUp: () => moveRow(-1),
    },
  );

  return (
    <>
      <PageHeader title={t("title")} />
      <div className="flex flex-wrap items-center gap-2 border-b px-4 py-2">
        <Input
          type="search"
          aria-label={t("find")}
          placeholder={t("find")}
          defaultValue={filters.q ?? ""}
          onChange={(event) =>
            void setFilters(
              { q: event.currentTarget.value || null },
              { history: "replace", limitUrlUpdates: debounce(200) },
            )
          }
          className="min-w-0 flex-1 md:max-w-64 md:flex-none"
        />
        <KindFilter
          counts={pages.data?.pages[0]?.counts ?? []}
          chosen={filters.kind}
          onChoose={(kind) => void setFilters({ kind })}
        />
      </div>
      {pages.isPending && <EntitiesSkeleton label={t("loading")} />}
      {pages.error && !pages.data && (
        <ProblemState error={pages.error} onRetry={() => void pages.refetch()} />
      )}
      {pages.data && entities.length === 0 && (
        <EmptyState icon={<Contact aria-hidden />} title={t(isFiltered ? "noneFit" : "empty")}>
          {t(isFiltered ? "noneFitHint" : "emptyHint")}
        </EmptyState>
      )}
      <ul aria-label={t("title")}>
        {entities.map((entity) => (
          <EntityRow key={entity.id} entity={entity} />
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

function EntityRow({ entity }: { entity: Entity }) {
  const t = useTranslations("entities");

  return (
    <li className="relative flex min-h-12 items-center gap-3 border-n5 border-b px-4 py-2 transition-colors hover:bg-n3 has-[a:focus-visible]:bg-n3">
      <EntityIcon kind={entity.kind} />
      <div className="min-w-0 flex-1">
        <Link
          href={`/entities/${entity.id}`}
          data-row
          className="block truncate font-medium before:absolute before:inset-0"
        >
          <bdi>{entity.name}</bdi>
        </Link>
        <span className="block text-n11 text-xs">{t(`kindOf_${entity.kind}`)}</span>
      </div>
      <span className="flex shrink-0 flex-col items-end text-n11 text-xs tabular-nums">
        <span>{t("documentCount", { count: entity.documentCount })}</span>
        <span>{t("mentionCount", { count: entity.mentionCount })}</span>
      </span>
    </li>
  );
}

function EntitiesSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label}>
      {["one", "two", "three", "four"].map((row) => (
        <div key={row} className="flex h-12 items-center gap-3 border-n5 border-b px-4">
          <Skeleton className="size-4" />
          <Skeleton className="w-48 max-w-full" />
        </div>
      ))}
    </div>
  );
}
