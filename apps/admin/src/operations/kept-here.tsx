"use client";

import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** Returns the functions and workspaces by which runs can be filtered, and the names of workspaces. */
export function useRunSetting() {
  const t = useTranslations("operations");
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(
    trpc.admin.runs.setting.queryOptions({}, { staleTime: 30_000 }),
  );
  const workspaces = data?.workspaces ?? [];

  return {
    keptBy: data?.keptBy ?? null,
    functions: data?.functions ?? [],
    workspaces,
    workspaceName: (id: string | null) =>
      id ? (workspaces.find((workspace) => workspace.id === id)?.name ?? id) : t("platform"),
    error: data ? null : error,
    refetch,
  };
}

/** Shows the page, or where runs are to be found when they are not kept here. */
export function KeptHere({ children }: { children: ReactNode }) {
  const t = useTranslations("operations");
  const { keptBy, error, refetch } = useRunSetting();

  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (keptBy === "inngest")
    return (
      <EmptyState icon={<ExternalLink aria-hidden />} title={t("keptByInngest")}>
        {t("keptByInngestHint")}
      </EmptyState>
    );
  return children;
}
