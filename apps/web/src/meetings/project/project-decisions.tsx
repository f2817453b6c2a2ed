"use client";

import { LoadMore } from "@besunny/ui/buttons/load-more";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Gavel } from "lucide-react";
import { useTranslations } from "next-intl";

import { DecisionCard } from "../decisions/decision-card";
import { ProjectActions } from "./project-actions";

/** The decisions of a project in time, the latest first, and what is still to be done. */
export function ProjectDecisions({ id }: { id: string }) {
  const t = useTranslations("decisions");
  const trpc = useTRPC();
  const pages = useInfiniteQuery(
    trpc.decisions.list.infiniteQueryOptions(
      { projectId: id, limit: 50 },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const decisions = pages.data?.pages.flatMap(({ items }) => items) ?? [];

  return (
    <div className="grid gap-x-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <section aria-label={t("title")} className="min-w-0 p-4">
        <h2 className="mb-3 font-semibold text-lg">{t("title")}</h2>
        {pages.isPending && (
          <div role="status" aria-label={t("loading")}>
            <Skeleton className="h-24 w-full" />
          </div>
        )}
        {pages.error && !pages.data && (
          <ProblemState error={pages.error} onRetry={() => void pages.refetch()} />
        )}
        {pages.data && decisions.length === 0 && (
          <EmptyState icon={<Gavel aria-hidden />} title={t("none")}>
            {t("noneHint")}
          </EmptyState>
        )}
        <ol className="border-n6 border-l">
          {decisions.map((decision) => (
            <DecisionCard key={decision.id} decision={decision} others={decisions} />
          ))}
        </ol>
        {pages.hasNextPage && (
          <LoadMore
            label={t("more")}
            loading={pages.isFetchingNextPage}
            onLoad={() => void pages.fetchNextPage()}
          />
        )}
      </section>
      <ProjectActions id={id} />
    </div>
  );
}
