"use client";

import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { KeptHere } from "../kept-here";
import { LiveMark, liveMs } from "../live-mark";
import { OperationsHeader } from "../operations-header";

import { FunctionTable } from "./function-table";
import { QueueTiles } from "./queue-tiles";
import { ThroughputChart } from "./throughput-chart";
import { WaitTable } from "./wait-table";
import { WorkerTable } from "./worker-table";

/** Shows the waiting runs and their wait, the workers, and the runs of the last hour. */
export function Queue() {
  const t = useTranslations("operations");
  const trpc = useTRPC();
  const metrics = useQuery(
    trpc.admin.runs.metrics.queryOptions(
      {},
      { refetchInterval: liveMs, placeholderData: keepPreviousData, retry: false },
    ),
  );

  return (
    <>
      <OperationsHeader>{metrics.data && <LiveMark asOf={metrics.data.asOf} />}</OperationsHeader>
      <KeptHere>
        {metrics.isPending && <QueueSkeleton label={t("loading")} />}
        {metrics.error && !metrics.data && (
          <ProblemState error={metrics.error} onRetry={() => void metrics.refetch()} />
        )}
        {metrics.data && (
          <div className="flex flex-col gap-8 py-4">
            <QueueTiles metrics={metrics.data} />
            <div className="px-4">
              <ThroughputChart metrics={metrics.data} />
            </div>
            <FunctionTable functions={metrics.data.functions} />
            <WaitTable tenants={metrics.data.tenants} />
            <WorkerTable workers={metrics.data.workers} />
          </div>
        )}
      </KeptHere>
    </>
  );
}

function QueueSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-8 p-4">
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-5">
        {["one", "two", "three", "four", "five"].map((tile) => (
          <Skeleton key={tile} className="h-24 rounded-lg" />
        ))}
      </div>
      <Skeleton className="h-64 rounded-lg" />
      <Skeleton className="h-40 rounded-lg" />
    </div>
  );
}
