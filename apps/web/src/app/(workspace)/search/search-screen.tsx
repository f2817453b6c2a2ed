"use client";

import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Search, SearchX } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { focusedRow, moveRow } from "~/documents/row-focus";
import { PageHeader } from "~/shell/page-header";
import { useScreenKeys } from "~/shell/use-screen-keys";

import { searchParsers } from "./filters";
import { Results } from "./results";
import { ResultsSkeleton } from "./results-skeleton";
import { SearchBox } from "./search-box";
import { SearchFilters } from "./search-filters";
import { Suggestions } from "./suggestions";
import { useSearchLog } from "./use-search-log";

/** One box over everything: passages by meaning and by words, each one click from its place. */
export function SearchScreen() {
  const t = useTranslations("search");
  const format = useFormatter();
  const trpc = useTRPC();
  const [{ q, ...filters }, setSearch] = useQueryStates(searchParsers, { history: "push" });
  const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== null));
  const found = useQuery(
    trpc.search.find.queryOptions(
      { q, ...given, limit: 30 },
      { enabled: q !== "", placeholderData: keepPreviousData },
    ),
  );

  const opened = useSearchLog({
    q,
    filters,
    found: found.isPlaceholderData ? undefined : found.data,
  });

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
      ArrowDown: () => focusedRow() >= 0 && moveRow(1),
      ArrowUp: () => focusedRow() >= 0 && moveRow(-1),
    },
  );

  return (
    <>
      <PageHeader title={t("title")} />
      <div className="mx-auto w-full max-w-3xl px-4 py-6">
        <SearchBox query={q} onSearch={(query) => void setSearch({ q: query || null })} />
        {q !== "" && (
          <SearchFilters filters={filters} facets={found.data?.facets} onChange={setSearch} />
        )}
        {q === "" && (
          <EmptyState icon={<Search aria-hidden />} title={t("empty")}>
            {t("emptyHint")}
            <Suggestions onChoose={(query) => void setSearch({ q: query })} />
          </EmptyState>
        )}
        {q !== "" && found.isPending && <ResultsSkeleton label={t("loading")} />}
        {found.error && <ProblemState error={found.error} onRetry={() => void found.refetch()} />}
        {found.data && found.data.items.length === 0 && (
          <EmptyState icon={<SearchX aria-hidden />} title={t("none", { query: q })}>
            {t("noneHint")}
          </EmptyState>
        )}
        {found.data && found.data.items.length > 0 && (
          <>
            <p role="status" className="mt-4 text-n11 text-xs tabular-nums">
              {t("count", { count: found.data.items.length })} ·{" "}
              {format.number(found.data.tookMs, { style: "unit", unit: "millisecond" })}
            </p>
            <Results
              items={found.data.items}
              query={q}
              onOpen={(id, rank) => void opened(id, rank)}
            />
          </>
        )}
      </div>
    </>
  );
}
