"use client";

import { LoadMore } from "@besunny/ui/buttons/load-more";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { RunRow } from "./run-row";

const EVERY_MS = 5_000;

/** The runs of an automation, newest first. Each explains itself. */
export function Runs({ automationId, mayChange }: { automationId: string; mayChange: boolean }) {
  const t = useTranslations("automationRuns");
  const trpc = useTRPC();
  const runs = useInfiniteQuery(
    trpc.automations.runs.infiniteQueryOptions(
      { automationId, limit: 25 },
      {
        getNextPageParam: ({ nextCursor }) => nextCursor,
        refetchInterval: ({ state }) =>
          state.data?.pages.some(({ items }) => items.some((each) => each.state === "running"))
            ? EVERY_MS
            : false,
      },
    ),
  );

  return (
    <Loaded query={runs} label={t("loading")}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) return <p className="py-8 text-center text-n11">{t("none")}</p>;
        return (
          <>
            <ul aria-label={t("title")} className="flex flex-col">
              {items.map((run) => (
                <RunRow key={run.id} run={run} mayChange={mayChange} />
              ))}
            </ul>
            {runs.hasNextPage && (
              <LoadMore
                label={t("more")}
                loading={runs.isFetchingNextPage}
                onLoad={() => void runs.fetchNextPage()}
              />
            )}
          </>
        );
      }}
    </Loaded>
  );
}
