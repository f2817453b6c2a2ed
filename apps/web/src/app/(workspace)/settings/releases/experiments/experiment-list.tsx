"use client";

import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { Panel } from "../../panel";
import { ExperimentRow } from "./experiment-row";
import { POLL_MILLISECONDS } from "./poll-milliseconds";

/** The releases that are or were tried beside the one that decides. */
export function ExperimentList() {
  const t = useTranslations("releases");
  const trpc = useTRPC();
  const experiments = useQuery({
    ...trpc.experiments.list.queryOptions({}),
    refetchInterval: ({ state: { data } }) =>
      data?.items.some(({ state }) => state === "running") === true ? POLL_MILLISECONDS : false,
  });
  return (
    <Panel title={t("experiments")} hint={t("experimentsHint")}>
      {experiments.isPending && <Skeleton className="h-16 w-full" />}
      {experiments.error && (
        <ProblemState
          error={experiments.error}
          onRetry={() => void experiments.refetch()}
          compact
        />
      )}
      {experiments.data?.items.length === 0 && <p className="text-n11">{t("noExperiments")}</p>}
      <ul aria-label={t("experiments")}>
        {experiments.data?.items.map((experiment) => (
          <ExperimentRow key={experiment.id} experiment={experiment} />
        ))}
      </ul>
    </Panel>
  );
}
