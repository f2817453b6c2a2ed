"use client";

import { Button } from "@besunny/ui/buttons/button";
import { LoadMore } from "@besunny/ui/buttons/load-more";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { DocumentListSkeleton } from "~/documents/document-list-skeleton";
import { moveRow } from "~/documents/row-focus";
import { useScreenKeys } from "~/shell/use-screen-keys";
import { stateColours } from "~/sources/counts-bar";
import { type Source, type SourceItem, sumStates } from "~/sources/source";
import { useSourceWords } from "~/sources/use-source-words";

import { asItemsInput, type ItemFilters } from "./filters";

/** The items that fit, the newest first. */
export function ItemList({
  source,
  filters,
  onOpen,
  onClear,
}: {
  source: Source;
  filters: ItemFilters;
  onOpen: (itemId: string) => void;
  onClear: () => void;
}) {
  const t = useTranslations("sources");
  const trpc = useTRPC();
  const pages = useInfiniteQuery(
    trpc.sources.items.infiniteQueryOptions(asItemsInput(source.id, filters), {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
    }),
  );
  useScreenKeys(
    t("itemsTitle"),
    [
      { keys: ["j"], does: t("keyNextItem") },
      { keys: ["k"], does: t("keyPreviousItem") },
    ],
    {
      j: () => moveRow(1),
      k: () => moveRow(-1),
      ArrowDown: () => moveRow(1),
      ArrowUp: () => moveRow(-1),
    },
  );

  if (pages.isPending) return <DocumentListSkeleton label={t("loadingItems")} />;
  if (pages.error) return <ProblemState error={pages.error} onRetry={() => void pages.refetch()} />;
  const items = pages.data.pages.flatMap((page) => page.items);
  const isFiltered = filters.state !== null || filters.reason !== null || filters.name !== null;
  if (items.length === 0)
    return (
      <EmptyState
        title={t(isFiltered ? "noneFit" : "noneYet")}
        actions={isFiltered && <Button onClick={onClear}>{t("showAll")}</Button>}
      />
    );

  return (
    <>
      <ul aria-label={t("itemsOf", { name: source.name })}>
        {items.map((item) => (
          <ItemRow key={item.id} item={item} onOpen={onOpen} />
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

function ItemRow({ item, onOpen }: { item: SourceItem; onOpen: (itemId: string) => void }) {
  const t = useTranslations("sources");
  const { reasonOf } = useSourceWords();
  const { id, name, folder, from, state, reason, trouble, modifiedAt } = item;
  const colour = sumStates.find((each) => each === state);

  return (
    <li className="relative flex min-h-11 items-start gap-3 border-n5 border-b px-4 py-2 transition-colors [contain-intrinsic-size:auto_44px] [content-visibility:auto] hover:bg-n3 has-[button:focus-visible]:bg-n3">
      <span
        aria-hidden
        className={`mt-2 size-2 shrink-0 rounded-full ${colour ? stateColours[colour] : "bg-n6"}`}
      />
      <div className="min-w-0 flex-1">
        <button
          type="button"
          data-row
          onClick={() => onOpen(id)}
          className="block max-w-full truncate text-left font-medium before:absolute before:inset-0"
        >
          {name === null ? (
            <span className="text-n11 italic" title={t("hiddenHint")}>
              {t("hidden")}
            </span>
          ) : (
            <bdi>{name}</bdi>
          )}
        </button>
        <p className="truncate text-n11 text-sm">
          {t(`item_${state}`)}
          {reason !== null && <>: {reasonOf(reason)}</>}
          {(folder ?? from) && (
            <>
              {" · "}
              <bdi>{folder ?? from}</bdi>
            </>
          )}
        </p>
        {trouble && <p className="text-bad text-sm">{trouble}</p>}
      </div>
      <span className="shrink-0 pt-0.5 text-n11 text-xs">
        <RelativeTime at={modifiedAt} />
      </span>
    </li>
  );
}
