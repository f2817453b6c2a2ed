"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { useShell } from "~/shell/shell-context";

import { useMoney } from "../../spending/use-money";
import { useLearned } from "../use-learned";

type Run = Outputs["learning"]["tuning"]["items"][number];

const EVENTS_SHOWN = 3;

/** One tuning: its state, who agreed, what it cost, and the ways to agree or to stop it. */
export function TuningRun({ run }: { run: Run }) {
  const t = useTranslations("learning");
  const money = useMoney();
  const trpc = useTRPC();
  const { session } = useShell();
  const learned = useLearned();
  const agree = useMutation(trpc.learning.agreeToTuning.mutationOptions({ onSuccess: learned }));
  const stop = useMutation(trpc.learning.stopTuning.mutationOptions({ onSuccess: learned }));
  const { estimate, agreed, endedAt } = run;
  const price = estimate.costMicro === null ? t("priceUnknown") : money(estimate.costMicro);
  const mayAgree = run.state === "waiting" && agreed.every(({ id }) => id !== session.user.id);
  const error = agree.error ?? stop.error;

  return (
    <div className="mt-5">
      <p className="font-medium">
        {t(`tuning_${run.state}`)}{" "}
        <span className="font-normal text-n11 text-sm">
          <RelativeTime at={endedAt ?? run.createdAt} />
        </span>
      </p>
      {run.problem && <p className="mt-1 break-words text-bad">{run.problem}</p>}
      {run.tuned && <p className="mt-1 break-all">{t("tunedModel", { model: run.tuned })}</p>}
      <p className="mt-1 text-n11 text-sm">
        {t("price")}: {price}
        {run.costMicro !== null && <> · {t("billed", { price: money(run.costMicro) })}</>}
      </p>
      {agreed.length > 0 && (
        <p className="text-n11 text-sm">
          {t("agreedBy", { names: agreed.map(({ name }) => name).join(", ") })}
        </p>
      )}
      <ul className="text-n11 text-sm">
        {run.events.slice(0, EVENTS_SHOWN).map(({ at, message }) => (
          <li key={`${at.toISOString()} ${message}`} className="break-words">
            <RelativeTime at={at} /> {message}
          </li>
        ))}
      </ul>
      {run.isStopping && endedAt === null && <p className="mt-1">{t("stopping")}</p>}
      <div className="mt-2 flex flex-wrap gap-2">
        {mayAgree && (
          <Button
            variant="primary"
            loading={agree.isPending}
            onClick={() => agree.mutate({ id: run.id })}
          >
            {t("agreeTuning", { price })}
          </Button>
        )}
        {endedAt === null && !run.isStopping && (
          <Button loading={stop.isPending} onClick={() => stop.mutate({ id: run.id })}>
            {t("stopTuning")}
          </Button>
        )}
      </div>
      {error && <FormProblem problem={problemOf(error)} />}
    </div>
  );
}
