"use client";

import { classNames } from "@besunny/ui/class-names";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { focusedRow, moveRow } from "~/documents/row-focus";
import { hasWords } from "~/queries/edit-query";
import { FacetPanel } from "~/queries/facet-panel";
import { QueryBox } from "~/queries/query-box";
import { QueryChips } from "~/queries/query-chips";
import { QueryTroubles } from "~/queries/query-troubles";
import { PageHeader } from "~/shell/page-header";
import { useScreenKeys } from "~/shell/use-screen-keys";
import { useTabTitle } from "~/shell/use-tab-title";
import { SaveView } from "~/views/save-view";
import { ViewBar } from "~/views/view-bar";

import { searchParsers } from "./filters";
import { Found } from "./found";
import { Matching } from "./matching";
import { Suggestions } from "./suggestions";
import { useSearchLog } from "./use-search-log";

/** One box over everything: passages by meaning and by words, or the documents that fulfil conditions. */
export function SearchScreen() {
  const t = useTranslations("search");
  const trpc = useTRPC();
  const [{ q, view }, setSearch] = useQueryStates(searchParsers, { history: "push" });
  useTabTitle(q, t("title"));
  const isByWords = hasWords(q);
  const found = useQuery(
    trpc.search.find.queryOptions(
      { q, limit: 30, groupBy: "document" },
      { enabled: isByWords, placeholderData: keepPreviousData },
    ),
  );
  const counted = useQuery(
    trpc.documents.facets.queryOptions(
      { q },
      { enabled: q !== "" && !isByWords, placeholderData: keepPreviousData },
    ),
  );
  const facets = isByWords ? found.data?.facets : counted.data;
  const opened = useSearchLog({
    q,
    filters: {},
    found: found.isPlaceholderData || !isByWords ? undefined : found.data,
  });
  const search = (query: string) => void setSearch({ q: query || null });

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
      {view && <ViewBar id={view} query={q} sort="newest" onClose={() => void setSearch(null)} />}
      <div
        className={classNames(
          "flex w-full gap-8 px-4 py-6",
          (isByWords || q === "") && "mx-auto max-w-5xl",
        )}
      >
        <div className="min-w-0 flex-1">
          <div className="flex items-start gap-2">
            <QueryBox query={q} placeholder={t("box")} isLarge onSearch={search} />
          </div>
          <div className="mt-2 flex flex-col gap-2 empty:hidden">
            <QueryChips query={q} onChange={search} />
            <QueryTroubles query={q} onChange={search} />
          </div>
          {q === "" && (
            <EmptyState icon={<Search aria-hidden />} title={t("empty")}>
              {t("emptyHint")}
              <Suggestions onChoose={search} />
            </EmptyState>
          )}
          {q !== "" && !view && (
            <div className="mt-2 flex justify-end">
              <SaveView
                query={q}
                place="search"
                sort="newest"
                onSaved={({ id }) => void setSearch({ view: id })}
              />
            </div>
          )}
          {isByWords && (
            <Found
              query={q}
              found={found}
              onSearch={search}
              onOpen={(id, rank) => void opened(id, rank)}
            />
          )}
          {q !== "" && !isByWords && <Matching query={q} total={facets?.total} />}
        </div>
        {q !== "" && (facets?.total ?? 0) > 0 && (
          <aside aria-label={t("narrow")} className="hidden w-52 shrink-0 pt-1 lg:block">
            <FacetPanel query={q} facets={facets} onChange={search} />
          </aside>
        )}
      </div>
    </>
  );
}
