"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { PageHeader } from "~/shell/page-header";

import { DiskNotice } from "./disk-notice";
import { DocumentsOverTime } from "./documents-over-time";
import { EarlierReadings } from "./earlier-readings";
import { FailureReasons } from "./failure-reasons";
import { rangeParsers, ranges } from "./range";
import { StageTimes } from "./stage-times";
import { Tiles } from "./tiles";

const refreshMs = 10_000;

/** Shows the figures of all workspaces. Every figure leads to its rows. */
export function Overview() {
  const t = useTranslations("overview");
  const trpc = useTRPC();
  const [{ days }, setRange] = useQueryStates(rangeParsers, { history: "push" });
  const overview = useQuery(
    trpc.admin.overview.queryOptions(
      { days },
      { refetchInterval: refreshMs, placeholderData: keepPreviousData },
    ),
  );

  return (
    <>
      <PageHeader title={t("title")}>
        {overview.data && (
          <span className="hidden text-n11 text-xs sm:inline">
            {t("asOf")} <RelativeTime at={overview.data.asOf} />
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
            void setRange({ days: ranges.find((range) => String(range) === next) ?? 7 })
          }
        />
      </PageHeader>
      {overview.isPending && <OverviewSkeleton label={t("loading")} />}
      {overview.error && !overview.data && (
        <ProblemState error={overview.error} onRetry={() => void overview.refetch()} />
      )}
      {overview.data && (
        <div className="flex flex-col gap-6 p-4">
          <DiskNotice />
          <EarlierReadings count={overview.data.readEarlier} />
          <Tiles overview={overview.data} />
          <div className="grid gap-x-8 gap-y-10 xl:grid-cols-2">
            <DocumentsOverTime overview={overview.data} />
            <StageTimes overview={overview.data} />
            <FailureReasons overview={overview.data} />
          </div>
        </div>
      )}
    </>
  );
}

function OverviewSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-6 p-4">
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-3 xl:grid-cols-6">
        {["one", "two", "three", "four", "five", "six"].map((tile) => (
          <Skeleton key={tile} className="h-24 rounded-lg" />
        ))}
      </div>
      <div className="grid gap-8 xl:grid-cols-2">
        <Skeleton className="h-72 rounded-lg" />
        <Skeleton className="h-72 rounded-lg" />
      </div>
    </div>
  );
}
