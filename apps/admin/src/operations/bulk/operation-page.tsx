"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LiveMark, liveMs } from "../live-mark";
import { OperationsHeader } from "../operations-header";

import { ActedRuns } from "./acted-runs";
import { isUnderWay, type OperationDetail } from "./operation";
import { OperationProgress } from "./operation-progress";
import { OperationState } from "./operation-state";
import { SelectionWords } from "./selection-words";
import { StopButton } from "./stop-button";

/** One operation: how far it is, and which runs it left and why. */
export function OperationPage({ id }: { id: string }) {
  const t = useTranslations("bulk");
  const trpc = useTRPC();
  const operation = useQuery(
    trpc.admin.operations.get.queryOptions(
      { id },
      {
        refetchInterval: ({ state }) =>
          state.data && !isUnderWay(state.data) ? false : liveMs / 2,
        retry: false,
      },
    ),
  );

  return (
    <>
      <OperationsHeader>
        {operation.data && isUnderWay(operation.data) && (
          <LiveMark asOf={new Date(operation.dataUpdatedAt)} />
        )}
      </OperationsHeader>
      {operation.isPending && (
        <div role="status" aria-label={t("loading")} className="p-4">
          <Skeleton className="h-40" />
        </div>
      )}
      {operation.error && !operation.data && (
        <ProblemState error={operation.error} onRetry={() => void operation.refetch()} />
      )}
      {operation.data && <Shown operation={operation.data} />}
    </>
  );
}

function Shown({ operation }: { operation: OperationDetail }) {
  const t = useTranslations("bulk");
  const name = t("what", { kind: t(`kind_${operation.kind}`), total: operation.total });

  return (
    <article className="flex flex-col gap-6 py-4">
      <header className="flex flex-wrap items-center gap-3 px-4">
        <h2 className="font-semibold text-xl">{name}</h2>
        <OperationState operation={operation} />
        {isUnderWay(operation) && !operation.stopAskedAt && (
          <StopButton id={operation.id} name={name} />
        )}
      </header>
      <div className="max-w-xl px-4">
        <OperationProgress operation={operation} />
      </div>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 px-4 text-sm md:grid-cols-4">
        <Fact name={t("selection")}>
          <SelectionWords operation={operation} />
        </Fact>
        <Fact name={t("asked")}>
          <RelativeTime at={operation.createdAt} />
        </Fact>
        <Fact name={t("by")}>
          <code className="break-all font-mono text-xs">{operation.askedById}</code>
        </Fact>
        {operation.finishedAt && (
          <Fact name={t("ended")}>
            <RelativeTime at={operation.finishedAt} />
          </Fact>
        )}
      </dl>
      <ActedRuns title={t("left")} hint={t("leftHint")} rows={operation.left} />
      <ActedRuns title={t("acted")} hint={t("leftHint")} rows={operation.acted} />
    </article>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-n11 text-xs">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
