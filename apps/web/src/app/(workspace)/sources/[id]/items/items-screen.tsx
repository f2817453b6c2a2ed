"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Input } from "@besunny/ui/fields/input";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { RotateCcw, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { DocumentListSkeleton } from "~/documents/document-list-skeleton";
import { PageHeader } from "~/shell/page-header";
import { canRetry } from "~/sources/can-retry";
import type { Source } from "~/sources/source";
import { useRetryItems } from "~/sources/use-retry-items";
import { useSource } from "~/sources/use-source";
import { useSourceWords } from "~/sources/use-source-words";

import { type ItemFilters, itemFilterParsers } from "./filters";
import { ItemList } from "./item-list";
import { ItemSheet } from "./item-sheet";
import { StateFilter } from "./state-filter";

type SetFilters = (filters: Partial<ItemFilters> | null) => void;

/** The items of a source by state and reason, and one of them beside. */
export function ItemsScreen({ id }: { id: string }) {
  const t = useTranslations("sources");
  const found = useSource(id);
  const [filters, setFilters] = useQueryStates(itemFilterParsers, { history: "push" });
  const set: SetFilters = (next) => void setFilters(next);

  if (!found.data)
    return (
      <>
        <PageHeader title={t("itemsTitle")} />
        {found.error ? (
          <ProblemState error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <DocumentListSkeleton label={t("loadingItems")} />
        )}
      </>
    );
  const { source } = found.data;
  return (
    <>
      <PageHeader
        title={t("itemsTitle")}
        trail={[
          { href: "/sources", name: t("title") },
          { href: `/sources/${id}`, name: source.name },
        ]}
      />
      <StateFilter
        source={source}
        chosen={filters.state}
        onChoose={(state) => set({ state, reason: null })}
      />
      <Narrowing source={source} filters={filters} onChange={set} />
      <ItemList
        source={source}
        filters={filters}
        onOpen={(item) => set({ item })}
        onClear={() => set(null)}
      />
      {filters.item !== null && (
        <ItemSheet source={source} itemId={filters.item} onClose={() => set({ item: null })} />
      )}
    </>
  );
}

/** The reason that is chosen, the words of a name, and the way to try what failed again. */
function Narrowing({
  source,
  filters,
  onChange,
}: {
  source: Source;
  filters: ItemFilters;
  onChange: SetFilters;
}) {
  const t = useTranslations("sources");
  const { reasonOf } = useSourceWords();
  const retry = useRetryItems(source.id);
  const { failed } = source.counts;
  const { state, reason } = filters;
  const chosen = state !== null && reason !== null ? { state, reason } : null;

  return (
    <div className="flex flex-wrap items-center gap-2 border-b px-4 py-2">
      {source.isMine && (
        <Input
          type="search"
          aria-label={t("search")}
          placeholder={t("search")}
          defaultValue={filters.name ?? ""}
          maxLength={200}
          dir="auto"
          className="w-56 max-sm:w-full"
          onChange={(event) => onChange({ name: event.target.value.trim() || null })}
        />
      )}
      {filters.reason && (
        <Button
          size="sm"
          className="min-w-0 max-w-full shrink"
          icon={<X aria-hidden />}
          onClick={() => onChange({ reason: null })}
        >
          <span className="truncate">{t("reasonChip", { reason: reasonOf(filters.reason) })}</span>
        </Button>
      )}
      {chosen && canRetry(chosen) && source.isMine && (
        <Button
          size="sm"
          icon={<RotateCcw aria-hidden />}
          loading={retry.isBusy}
          onClick={() => retry.ofClass(chosen)}
        >
          {t("tryAgain")}
        </Button>
      )}
      {filters.state === "failed" && !chosen && failed > 0 && source.isMine && (
        <Button
          size="sm"
          icon={<RotateCcw aria-hidden />}
          loading={retry.isBusy}
          onClick={retry.all}
        >
          {t("tryAgainAll", { count: failed })}
        </Button>
      )}
    </div>
  );
}
