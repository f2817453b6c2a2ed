"use client";

import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Sheet } from "@besunny/ui/overlays/sheet";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import type { Report } from "./report";
import { RunLine } from "./run-line";

const REFRESH_MS = 5_000;

/** Lists what became of a report each time, the newest first. */
export function ReportHistory({
  report,
  onOpenChange,
}: {
  report: Report;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations("reports");
  const trpc = useTRPC();
  const runs = useQuery(
    trpc.admin.reports.runs.queryOptions({ id: report.id }, { refetchInterval: REFRESH_MS }),
  );
  const title = t("historyOf", { title: report.title });

  return (
    <Sheet open onOpenChange={onOpenChange} title={title} closeLabel={t("close")}>
      {runs.isPending && <Skeleton className="m-4 h-64" />}
      {runs.error && (
        <ProblemState compact error={runs.error} onRetry={() => void runs.refetch()} />
      )}
      {runs.data?.items.length === 0 && (
        <EmptyState title={t("never")}>{t("neverHint")}</EmptyState>
      )}
      {runs.data && runs.data.items.length > 0 && (
        <ol aria-label={title} className="flex flex-col">
          {runs.data.items.map((run) => (
            <li key={run.id} className="border-n5 border-b px-4 py-3 text-sm">
              <RunLine run={run} />
            </li>
          ))}
        </ol>
      )}
    </Sheet>
  );
}
