"use client";

import { useTranslations } from "next-intl";

import { FailedAttempts } from "./failed-attempts";
import type { Run } from "./run";
import { StepRow } from "./step-row";
import { useNow } from "./use-now";

/** The steps of a run over its time, each with what it was given, what it gave and how often it was tried. */
export function RunTimeline({ run }: { run: Run }) {
  const t = useTranslations("run");
  const now = useNow(run.isOver ? null : 1_000);
  const from = (run.startedAt ?? run.createdAt).getTime();
  const to = Math.max(from + 1, run.finishedAt?.getTime() ?? now);
  const outside = run.failedAttempts.filter(({ stepId }) => stepId === null);

  return (
    <section aria-labelledby="timeline">
      <h3 id="timeline" className="font-semibold">
        {t("timeline")}
      </h3>
      <p className="text-n11 text-xs">{t("timelineHint")}</p>
      {run.steps.length === 0 && <p className="mt-3 text-n11">{t("noSteps")}</p>}
      <ol className="mt-2 border-n5 border-t">
        {run.steps.map((step) => (
          <StepRow
            key={step.id}
            run={run}
            step={step}
            attempts={run.failedAttempts.filter(({ stepId }) => stepId === step.id)}
            span={{ from, to }}
          />
        ))}
        {outside.length > 0 && (
          <li className="border-n5 border-b py-2">
            <h4 className="text-n11 text-xs">{t("outsideSteps")}</h4>
            <FailedAttempts attempts={outside} />
          </li>
        )}
      </ol>
    </section>
  );
}
