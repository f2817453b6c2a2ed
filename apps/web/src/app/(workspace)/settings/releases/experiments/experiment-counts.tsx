"use client";

import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";

import { Disagreements } from "./disagreements";
import { POLL_MILLISECONDS } from "./poll-milliseconds";

/** Shows the counts of an experiment until now. */
export function ExperimentCounts({ id, isRunning }: { id: string; isRunning: boolean }) {
  const t = useTranslations("releases");
  const trpc = useTRPC();
  const experiment = useQuery({
    ...trpc.experiments.get.queryOptions({ id }),
    refetchInterval: isRunning ? POLL_MILLISECONDS : false,
  });
  if (experiment.isPending) return <Skeleton className="mt-2 h-16 w-full" />;
  if (experiment.error) return <FormProblem problem={problemOf(experiment.error)} />;

  const { now, disagreements } = experiment.data;
  if (now.kind === "shadow")
    return (
      <>
        <Counts
          counts={[
            [t("countDocuments"), now.documents],
            [t("countDisagreed"), now.disagreed],
            [t("countJudged"), now.judged],
            [t("countChallengerAlone"), now.challengerAlone],
            [t("countChampionAlone"), now.championAlone],
            [t("countFailed"), now.failed],
          ]}
        />
        <Disagreements items={disagreements} />
      </>
    );
  return now.arms.map((arm) => (
    <div key={arm.arm} className="mt-2">
      <h4 className="font-medium text-sm">{t(`arm_${arm.arm}`)}</h4>
      <Counts
        counts={[
          [t("countDocuments"), arm.documents],
          [t("countAnswered"), arm.answered],
          [t("countOverridden"), arm.overridden],
          [t("countConfirmed"), arm.confirmed],
          [t("countFailed"), arm.failed],
        ]}
      />
    </div>
  ));
}

function Counts({ counts }: { counts: readonly (readonly [string, number])[] }) {
  const format = useFormatter();
  return (
    <dl className="mt-2 grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 text-sm sm:grid-cols-[auto_1fr]">
      {counts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-n11">{name}</dt>
          <dd className="tabular-nums">{format.number(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
