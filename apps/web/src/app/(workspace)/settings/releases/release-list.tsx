"use client";

import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { Rocket } from "lucide-react";
import { useTranslations } from "next-intl";

import { Panel } from "../panel";
import { ReleaseRow } from "./release-row";
import { useReleases } from "./use-releases";

/** The releases, the newest first, each with what can be done with it. */
export function ReleaseList() {
  const t = useTranslations("releases");
  const { releases, items } = useReleases();
  return (
    <Panel title={t("list")} hint={t("hint")}>
      {releases.isPending && (
        <div role="status" aria-label={t("loading")}>
          <Skeleton className="h-24 w-full" />
        </div>
      )}
      {releases.error && (
        <ProblemState error={releases.error} onRetry={() => void releases.refetch()} compact />
      )}
      {releases.data && items.length === 0 && (
        <EmptyState icon={<Rocket aria-hidden />} title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      )}
      <ul aria-label={t("list")}>
        {items.map((release) => (
          <ReleaseRow key={release.id} release={release} />
        ))}
      </ul>
    </Panel>
  );
}
