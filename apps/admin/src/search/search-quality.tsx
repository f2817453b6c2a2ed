"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";

import { ranges } from "~/overview/range";
import { PageHeader } from "~/shell/page-header";

import { AnswerReasons } from "./answer-reasons";
import { IndexState } from "./index-state";
import { LatencyOverTime } from "./latency-over-time";
import { searchRangeParsers } from "./range";
import { SearchRows } from "./search-rows";
import { SearchTiles } from "./search-tiles";
import { SearchesOverTime } from "./searches-over-time";
import { WorkspaceTable } from "./workspace-table";

/** Shows how well people find what they search, without their words. Every figure leads to its rows. */
export function SearchQuality() {
  const t = useTranslations("search");
  const trpc = useTRPC();
  const [{ days, workspace }, setRange] = useQueryStates(searchRangeParsers, { history: "push" });
  const quality = useQuery(
    trpc.admin.search.quality.queryOptions(
      { days, workspaceId: workspace },
      { placeholderData: keepPreviousData },
    ),
  );

  return (
    <>
      <PageHeader title={t("title")}>
        {quality.data && (
          <span className="hidden text-n11 text-xs sm:inline">
            {t("asOf")} <RelativeTime at={quality.data.countedAt} />
          </span>
        )}
        <SegmentedControl
          label={t("range")}
          value={String(days)}
          options={ranges.map((range) => ({
            value: String(range),
            label: t("days", { days: range }),
          }))}
          onChange={(next) =>
            void setRange({ days: ranges.find((range) => String(range) === next) ?? 7, day: null })
          }
        />
      </PageHeader>
      {quality.isPending && (
        <div role="status" aria-label={t("loading")} className="p-4">
          <Skeleton className="h-72 rounded-lg" />
        </div>
      )}
      {quality.error && !quality.data && (
        <ProblemState error={quality.error} onRetry={() => void quality.refetch()} />
      )}
      {quality.data && (
        <div className="flex flex-col gap-8 p-4">
          <SearchTiles quality={quality.data} />
          <div className="grid gap-x-8 gap-y-10 xl:grid-cols-2">
            <SearchesOverTime quality={quality.data} />
            <LatencyOverTime quality={quality.data} />
          </div>
          <AnswerReasons quality={quality.data} />
          <WorkspaceTable quality={quality.data} />
          <SearchRows quality={quality.data} />
          <IndexState />
        </div>
      )}
    </>
  );
}
