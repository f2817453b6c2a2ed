"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { PageHeader } from "~/shell/page-header";

import { ScheduleRow } from "./schedule-row";

const busyMs = 1_500;
const idleMs = 10_000;

/** Lists the schedules: their next time, their last run, and the actions that change them. */
export function Schedules() {
  const t = useTranslations("schedules");
  const trpc = useTRPC();
  const list = useQuery(
    trpc.schedules.list.queryOptions(
      {},
      {
        refetchInterval: ({ state }) =>
          state.data?.schedules.some(({ isOpen }) => isOpen) ? busyMs : idleMs,
      },
    ),
  );

  return (
    <>
      <PageHeader title={t("title")}>
        {list.data && (
          <span className="text-n11 text-xs">
            {t("asOf")} <RelativeTime at={list.data.asOf} />
          </span>
        )}
      </PageHeader>
      <p className="max-w-3xl px-4 pt-4 text-n11">{t("lead")}</p>
      {list.isPending && (
        <div role="status" aria-label={t("loading")} className="flex flex-col gap-3 p-4">
          {["one", "two", "three", "four"].map((row) => (
            <Skeleton key={row} className="h-32 rounded-lg" />
          ))}
        </div>
      )}
      {list.error && !list.data && (
        <ProblemState error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data && (
        <ul aria-label={t("title")} className="flex flex-col px-4 pb-8">
          {list.data.schedules.map((schedule) => (
            <ScheduleRow key={schedule.name} schedule={schedule} />
          ))}
        </ul>
      )}
    </>
  );
}
