"use client";

import { Button } from "@besunny/ui/buttons/button";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { Lock, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { PageHeader } from "~/shell/page-header";

import { NewReport } from "./new-report";
import { ReportRow } from "./report-row";

const busyMs = 2_000;
const idleMs = 30_000;

/** For owners and admins: the reports on this workspace, what became of each last, and a new one. */
export function ReportsPage({ isAllowed }: { isAllowed: boolean }) {
  const t = useTranslations("reports");
  return (
    <>
      <PageHeader title={t("title")} />
      {isAllowed ? <Reports /> : <EmptyState icon={<Lock aria-hidden />} title={t("notForYou")} />}
    </>
  );
}

function Reports() {
  const t = useTranslations("reports");
  const trpc = useTRPC();
  const [isNew, setIsNew] = useState(false);
  const list = useQuery(
    trpc.reports.list.queryOptions(
      {},
      {
        refetchInterval: ({ state }) =>
          state.data?.items.some(({ last }) => last?.state === "due") ? busyMs : idleMs,
      },
    ),
  );

  return (
    <section className="max-w-4xl px-4 py-6">
      <p className="text-n11">{t("lead")}</p>
      <Button className="mt-4" icon={<Plus aria-hidden />} onClick={() => setIsNew(true)}>
        {t("new")}
      </Button>
      {isNew && <NewReport onClose={() => setIsNew(false)} />}
      {list.isPending && <Skeleton className="mt-6 h-32" />}
      {list.error && !list.data && (
        <ProblemState error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data?.items.length === 0 && <p className="mt-6">{t("empty")}</p>}
      {list.data && list.data.items.length > 0 && (
        <ul aria-label={t("title")} className="mt-2 flex flex-col">
          {list.data.items.map((report) => (
            <ReportRow key={report.id} report={report} />
          ))}
        </ul>
      )}
    </section>
  );
}
