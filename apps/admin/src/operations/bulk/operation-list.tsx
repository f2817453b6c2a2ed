"use client";

import { Button } from "@besunny/ui/buttons/button";
import { LoadMore } from "@besunny/ui/buttons/load-more";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Layers } from "lucide-react";
import { useTranslations } from "next-intl";
import { LiveMark, liveMs } from "../live-mark";
import { OperationsHeader } from "../operations-header";

import { isUnderWay, type Operation } from "./operation";
import { OperationProgress } from "./operation-progress";
import { OperationState } from "./operation-state";
import { StopButton } from "./stop-button";

/** Lists the bulk actions with their progress. */
export function OperationList() {
  const t = useTranslations("bulk");
  const trpc = useTRPC();
  const pages = useInfiniteQuery(
    trpc.admin.operations.list.infiniteQueryOptions(
      {},
      { getNextPageParam: (page) => page.nextCursor, refetchInterval: liveMs },
    ),
  );
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];

  return (
    <>
      <OperationsHeader>
        {pages.data && <LiveMark asOf={new Date(pages.dataUpdatedAt)} />}
      </OperationsHeader>
      {pages.isPending && <Skeleton className="m-4 h-48" />}
      {pages.error && !pages.data && (
        <ProblemState error={pages.error} onRetry={() => void pages.refetch()} />
      )}
      {pages.data && rows.length === 0 && (
        <EmptyState
          icon={<Layers aria-hidden />}
          title={t("none")}
          actions={
            <Button asChild>
              <Link href="/operations/runs">{t("openRuns")}</Link>
            </Button>
          }
        >
          {t("noneHint")}
        </EmptyState>
      )}
      {rows.length > 0 && <Operations rows={rows} />}
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

function Operations({ rows }: { rows: readonly Operation[] }) {
  const t = useTranslations("bulk");
  const to = useTranslations("operations");
  const nameOf = ({ kind, total }: Operation) => t("what", { kind: t(`kind_${kind}`), total });

  return (
    <Table label={to("bulk")}>
      <thead>
        <tr>
          <TableHead>{t("operation")}</TableHead>
          <TableHead>{t("state")}</TableHead>
          <TableHead>{t("progressHead")}</TableHead>
          <TableHead>{t("asked")}</TableHead>
          <TableHead className="relative">
            <span className="sr-only">{t("stop")}</span>
          </TableHead>
        </tr>
      </thead>
      <tbody>
        {rows.map((operation) => (
          <TableRow key={operation.id}>
            <TableCell className="whitespace-nowrap">
              <Link
                href={`/operations/bulk/${operation.id}`}
                className="font-medium underline underline-offset-2"
              >
                {nameOf(operation)}
              </Link>
            </TableCell>
            <TableCell>
              <OperationState operation={operation} />
            </TableCell>
            <TableCell className="py-1.5">
              <OperationProgress operation={operation} />
            </TableCell>
            <TableCell className="text-n11">
              <RelativeTime at={operation.createdAt} />
            </TableCell>
            <TableCell className="text-right">
              {isUnderWay(operation) && !operation.stopAskedAt && (
                <StopButton id={operation.id} name={nameOf(operation)} />
              )}
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
