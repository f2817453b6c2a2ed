"use client";

import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { PageHeader } from "~/shell/page-header";

import { ReportEditor } from "./report-editor";

/** The editor of a report, or of a new one where `id` is null, once all that it offers is known. */
export function ReportPage({ id }: { id: string | null }) {
  const t = useTranslations("reports");
  const trpc = useTRPC();
  const list = useQuery(trpc.admin.reports.list.queryOptions({}));
  const metrics = useQuery(trpc.admin.metrics.list.queryOptions({}));
  const people = useQuery(trpc.admin.reports.recipients.queryOptions({}));
  const error = list.error ?? metrics.error ?? people.error;
  const report = list.data?.items.find((each) => each.id === id) ?? null;
  const isThere = list.data && metrics.data && people.data;

  return (
    <>
      <PageHeader title={report ? report.title : t(id ? "title" : "new")} />
      {!(isThere || error) && <Skeleton className="m-4 h-96" />}
      {error && !isThere && (
        <ProblemState
          error={error}
          onRetry={() => void Promise.all([list.refetch(), metrics.refetch(), people.refetch()])}
        />
      )}
      {isThere && id && !report && <EmptyState title={t("unknown")}>{t("unknownHint")}</EmptyState>}
      {list.data && metrics.data && people.data && (report || !id) && (
        <ReportEditor
          key={report?.id ?? "new"}
          report={report}
          definitions={metrics.data.items}
          people={people.data.items}
        />
      )}
    </>
  );
}
