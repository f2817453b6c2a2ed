"use client";

import { Button } from "@besunny/ui/buttons/button";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { PageHeader } from "~/shell/page-header";

import { ReportRow } from "./report-row";

const busyMs = 2_000;
const idleMs = 15_000;

/** Lists the reports on all workspaces: their next time, what became of them last, and the actions that change them. */
export function Reports() {
  const t = useTranslations("reports");
  const trpc = useTRPC();
  const list = useQuery(
    trpc.admin.reports.list.queryOptions(
      {},
      {
        refetchInterval: ({ state }) =>
          state.data?.items.some(({ last }) => last?.state === "due") ? busyMs : idleMs,
      },
    ),
  );
  const newReport = (
    <Button asChild variant="primary">
      <Link href="/reports/new">
        <Plus aria-hidden />
        {t("new")}
      </Link>
    </Button>
  );

  return (
    <>
      <PageHeader title={t("title")}>
        {list.data && (
          <span className="text-n11 text-xs">
            {t("asOf")} <RelativeTime at={list.data.asOf} />
          </span>
        )}
        {list.data && list.data.items.length > 0 && newReport}
      </PageHeader>
      <p className="max-w-3xl px-4 pt-4 text-n11">{t("lead")}</p>
      {list.isPending && (
        <div role="status" aria-label={t("loading")} className="flex flex-col gap-3 p-4">
          {["one", "two", "three"].map((row) => (
            <Skeleton key={row} className="h-32 rounded-lg" />
          ))}
        </div>
      )}
      {list.error && !list.data && (
        <ProblemState error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data?.items.length === 0 && (
        <EmptyState title={t("empty")} actions={newReport}>
          {t("emptyHint")}
        </EmptyState>
      )}
      {list.data && list.data.items.length > 0 && (
        <ul aria-label={t("title")} className="flex flex-col px-4 pb-8">
          {list.data.items.map((report) => (
            <ReportRow key={report.id} report={report} />
          ))}
        </ul>
      )}
    </>
  );
}
