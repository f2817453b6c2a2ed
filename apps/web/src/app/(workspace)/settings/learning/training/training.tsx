"use client";

import { can } from "@besunny/api/browser/policy";
import { Button } from "@besunny/ui/buttons/button";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useMutation, useQuery } from "@tanstack/react-query";
import { GraduationCap } from "lucide-react";
import { useTranslations } from "next-intl";

import { useNames } from "~/i18n/use-names";
import { useShell } from "~/shell/shell-context";

import { Panel } from "../../panel";
import { useLearned } from "../use-learned";
import { MakeRelease } from "./make-release";
import { TrainingResult } from "./training-result";

const POLL_MILLISECONDS = 1_500;

/** Shows the labels that can be learned from and the last training, and starts the next one. */
export function Training() {
  const t = useTranslations("learning");
  const { typeName } = useNames();
  const trpc = useTRPC();
  const { role } = useShell();
  const learned = useLearned();
  const readiness = useQuery(trpc.learning.readiness.queryOptions({}));
  const trainings = useQuery({
    ...trpc.learning.trainings.queryOptions({}),
    refetchInterval: ({ state }) => (isOpen(state.data?.items[0]) ? POLL_MILLISECONDS : false),
  });
  const train = useMutation(trpc.learning.train.mutationOptions({ onSuccess: learned }));
  const last = trainings.data?.items[0];
  const lastGood = trainings.data?.items.find(({ state }) => state === "done");
  const missing = readiness.data?.types.filter((type) => type.missing > 0) ?? [];

  return (
    <Panel title={t("training")} hint={t("trainingHint")}>
      {readiness.isPending && <Skeleton className="h-16 w-full" />}
      {readiness.error && <ProblemState error={readiness.error} compact />}
      {readiness.data && (
        <>
          <p>{t("newLabels", { count: readiness.data.newLabels })}</p>
          {!readiness.data.isReady && <p className="mt-1 text-n11">{t("notReady")}</p>}
          {missing.length > 0 && (
            <ul aria-label={t("missing")} className="mt-2 text-n11 text-sm">
              {missing.map((type) => (
                <li key={type.type}>
                  {t("missingLabels", { type: typeName(type.type), count: type.missing })}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      <Button
        variant="primary"
        className="mt-4"
        icon={<GraduationCap aria-hidden />}
        loading={train.isPending || isOpen(last)}
        onClick={() => train.mutate({})}
      >
        {t("train")}
      </Button>
      {train.error && <FormProblem problem={problemOf(train.error)} />}
      {last && last.id !== lastGood?.id && <TrainingResult run={last} />}
      {lastGood && last?.id !== lastGood.id && (
        <h3 className="mt-6 font-medium">{t("lastGood")}</h3>
      )}
      {lastGood && <TrainingResult run={lastGood} />}
      {lastGood && can(role, "release.manage") && <MakeRelease runId={lastGood.id} />}
    </Panel>
  );
}

function isOpen(run: { state: string } | undefined): boolean {
  return run?.state === "queued" || run?.state === "running";
}
