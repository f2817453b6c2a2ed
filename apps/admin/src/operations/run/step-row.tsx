"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Badge, type BadgeTone } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { ChevronRight, StepForward } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

import { errorWords } from "../error-words";
import { timeSpan } from "../time-span";

import { FailedAttempts } from "./failed-attempts";
import { MaskedValue } from "./masked-value";
import type { Run, Step } from "./run";
import { RunLink } from "./run-facts";
import { useRunDeed } from "./use-run-deed";

const tones: Record<Step["state"], BadgeTone> = {
  retrying: "attention",
  planned: "neutral",
  sleeping: "attention",
  waiting: "attention",
  invoked: "attention",
  done: "good",
  failed: "bad",
  cancelled: "neutral",
};

type Span = { from: number; to: number };

/** One step: a line with its bar, and behind it all that is known of it. */
export function StepRow({
  run,
  step,
  attempts,
  span,
}: {
  run: Run;
  step: Step;
  attempts: Run["failedAttempts"];
  span: Span;
}) {
  const t = useTranslations("run");

  return (
    <li className="border-n5 border-b">
      <details className="group" open={step.state === "failed" || step.state === "retrying"}>
        <summary className="grid min-h-10 cursor-default list-none grid-cols-[1rem_minmax(0,1fr)_auto] items-center gap-x-2 gap-y-1 py-1.5 -outline-offset-2 hover:bg-n3 md:grid-cols-[1rem_14rem_8rem_minmax(0,1fr)_6rem]">
          <ChevronRight
            aria-hidden
            className="size-4 text-n10 transition-transform group-open:rotate-90"
          />
          <span className="truncate font-medium">
            {step.name} <span className="font-normal text-n11 text-xs">{step.op}</span>
          </span>
          <span className="justify-self-start">
            <Badge tone={tones[step.state]}>{t(`stepState_${step.state}`)}</Badge>
          </span>
          <Bar step={step} span={span} />
          <span className="text-right text-n11 text-sm tabular-nums max-md:hidden">
            {step.durationMs !== null && timeSpan(step.durationMs)}
          </span>
        </summary>
        <StepDetail run={run} step={step} attempts={attempts} />
      </details>
    </li>
  );
}

/** Draws the time of the step as a part of the time of the run. */
function Bar({ step, span: { from, to } }: { step: Step; span: Span }) {
  const start = Math.max(from, (step.startedAt ?? step.finishedAt)?.getTime() ?? to);
  const end = Math.min(to, step.finishedAt?.getTime() ?? to);
  const share = (at: number) => ((at - from) / (to - from)) * 100;

  return (
    <span aria-hidden className="relative h-2 rounded-full bg-n4 max-md:col-span-3">
      {step.startedAt && (
        <span
          className={`absolute h-2 rounded-full ${step.state === "failed" ? "bg-bad" : step.finishedAt ? "bg-n9" : "animate-breathe bg-focus"}`}
          style={{
            left: `${Math.min(99, share(start))}%`,
            width: `${Math.max(1, share(Math.max(start, end)) - share(start))}%`,
          }}
        />
      )}
    </span>
  );
}

function StepDetail({
  run,
  step,
  attempts,
}: {
  run: Run;
  step: Step;
  attempts: Run["failedAttempts"];
}) {
  const t = useTranslations("run");
  const format = useFormatter();
  const deed = useRunDeed(run.id);

  return (
    <div className="flex flex-col gap-3 pt-1 pb-4 md:pl-6">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-n11 text-sm">
        {step.startedAt && <RelativeTime at={step.startedAt} />}
        {step.durationMs !== null && <span>{timeSpan(step.durationMs)}</span>}
        <span>{t("stepTries", { count: step.attempts })}</span>
        {step.outputBytes !== null && (
          <span>
            {t("bytes", {
              bytes: format.number(step.outputBytes, {
                style: "unit",
                unit: "byte",
                unitDisplay: "long",
              }),
            })}
          </span>
        )}
        {step.dueAt && !step.finishedAt && (
          <span>
            {t("until")} <RelativeTime at={step.dueAt} />
          </span>
        )}
        {step.childRunId && (
          <span>
            {t("child")} <RunLink id={step.childRunId} />
          </span>
        )}
      </p>
      {step.error && attempts.length === 0 && (
        <p className="break-words text-bad text-sm">{errorWords(step.error)}</p>
      )}
      {attempts.length > 0 && <FailedAttempts attempts={attempts} />}
      {step.input !== null && <MaskedValue label={t("input")} value={step.input} />}
      {step.output !== null && <MaskedValue label={t("output")} value={step.output} />}
      {run.isOver && !run.isBulkAction && (
        <div>
          <Button
            size="sm"
            icon={<StepForward aria-hidden />}
            loading={deed.isPending}
            aria-label={t("retryHereNamed", { name: step.name })}
            onClick={() => deed.mutate({ kind: "retry", runIds: [run.id], fromStep: step.id })}
          >
            {t("retryHere")}
          </Button>
        </div>
      )}
    </div>
  );
}
