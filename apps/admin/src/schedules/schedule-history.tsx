"use client";

import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Sheet } from "@besunny/ui/overlays/sheet";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { LastRun } from "./last-run";
import type { Schedule } from "./schedule";

/** Lists the runs of a schedule, newest first. */
export function ScheduleHistory({
  name,
  title,
  onOpenChange,
}: {
  name: Schedule["name"];
  title: string;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations("schedules");
  const trpc = useTRPC();
  const runs = useQuery(trpc.schedules.runs.queryOptions({ name }));

  return (
    <Sheet
      open
      onOpenChange={onOpenChange}
      title={t("historyOf", { name: title })}
      closeLabel={t("close")}
    >
      {runs.isPending && <Skeleton className="m-4 h-64" />}
      {runs.error && (
        <ProblemState compact error={runs.error} onRetry={() => void runs.refetch()} />
      )}
      {runs.data?.length === 0 && <EmptyState title={t("never")}>{t("neverHint")}</EmptyState>}
      {runs.data && runs.data.length > 0 && (
        <ol aria-label={t("historyOf", { name: title })} className="flex flex-col">
          {runs.data.map((run) => (
            <li key={run.id} className="border-n5 border-b px-4 py-3 text-sm">
              <LastRun run={run} />
            </li>
          ))}
        </ol>
      )}
    </Sheet>
  );
}
