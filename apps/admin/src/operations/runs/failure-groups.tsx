"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { StepForward } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { errorWords, helpOf } from "../error-words";
import { functionName } from "../function-name";

import { ConfirmOperation } from "./confirm-operation";
import { asRunFilter, type RunFilters, runsHref } from "./run-filters";
import { useMinute } from "./use-minute";

type Group = Outputs["admin"]["runs"]["failures"][number];

/** Failed runs by what they failed of: one row for each cause, most frequent first. */
export function FailureGroups({ filters }: { filters: RunFilters }) {
  const t = useTranslations("runs");
  const trpc = useTRPC();
  const { states: _, fingerprint: __, ...filter } = asRunFilter(filters, useMinute());
  const [retried, setRetried] = useState<Group | null>(null);
  const groups = useQuery(
    trpc.admin.runs.failures.queryOptions(filter, { refetchInterval: 10_000 }),
  );

  if (groups.isPending) return <Skeleton className="m-4 h-64" />;
  if (groups.error && !groups.data)
    return <ProblemState error={groups.error} onRetry={() => void groups.refetch()} />;
  if (groups.data.length === 0)
    return <EmptyState title={t("noFailures")}>{t("noFailuresHint")}</EmptyState>;

  return (
    <>
      <Table label={t("failures")}>
        <thead>
          <tr>
            <TableHead>{t("reason")}</TableHead>
            <TableHead>{t("function")}</TableHead>
            <TableHead numeric>{t("count")}</TableHead>
            <TableHead className="max-md:hidden">{t("first")}</TableHead>
            <TableHead>{t("last")}</TableHead>
            <TableHead className="relative">
              <span className="sr-only">{t("retry")}</span>
            </TableHead>
          </tr>
        </thead>
        <tbody>
          {groups.data.map((group) => (
            <GroupRow
              key={`${group.functionId} ${group.fingerprint}`}
              group={group}
              filters={filters}
              onRetry={() => setRetried(group)}
            />
          ))}
        </tbody>
      </Table>
      {retried && (
        <ConfirmOperation
          kind="retry"
          filter={{
            ...filter,
            functionId: retried.functionId,
            fingerprint: retried.fingerprint,
            states: ["failed"],
          }}
          onClose={() => setRetried(null)}
        />
      )}
    </>
  );
}

function GroupRow({
  group,
  filters,
  onRetry,
}: {
  group: Group;
  filters: RunFilters;
  onRetry: () => void;
}) {
  const t = useTranslations("runs");
  const format = useFormatter();
  const { functionId, fingerprint, error, count, firstAt, lastAt } = group;
  const help = helpOf(error);

  return (
    <TableRow>
      <TableCell className="min-w-56 py-1.5">
        <span className="line-clamp-2" title={error.message}>
          {errorWords(error)}
        </span>
      </TableCell>
      <TableCell className="whitespace-nowrap">{functionName(functionId)}</TableCell>
      <TableCell numeric>
        <Link
          aria-label={t("openGroup", { count })}
          href={runsHref({
            ...filters,
            view: null,
            state: ["failed"],
            function: functionId,
            fingerprint,
          })}
          className="underline underline-offset-2"
        >
          {format.number(count)}
        </Link>
      </TableCell>
      <TableCell className="text-n11 max-md:hidden">
        <RelativeTime at={firstAt} />
      </TableCell>
      <TableCell className="text-n11">
        <RelativeTime at={lastAt} />
      </TableCell>
      <TableCell className="text-right">
        {help === "retry" ? (
          <Button size="sm" variant="ghost" icon={<StepForward aria-hidden />} onClick={onRetry}>
            {t("retryGroup", { count })}
          </Button>
        ) : (
          <span className="text-n11 text-sm">{t(`help_${help}`)}</span>
        )}
      </TableCell>
    </TableRow>
  );
}
