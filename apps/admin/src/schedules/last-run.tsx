"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Badge, type BadgeTone } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Link } from "@besunny/web-kit/link";
import { useFormatter, useTranslations } from "next-intl";

type Run = Outputs["schedules"]["runs"][number];

const tones: Record<Run["state"], BadgeTone> = {
  queued: "neutral",
  running: "info",
  succeeded: "good",
  failed: "bad",
  skipped: "neutral",
};

/** Shows a schedule run: its state, its result or why it did nothing, its duration and its steps. */
export function LastRun({ run }: { run: Run }) {
  const t = useTranslations("schedules");
  const format = useFormatter();

  return (
    <>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge tone={tones[run.state]}>{t(`state_${run.state}`)}</Badge>
        <span className="min-w-0 break-words">{run.result}</span>
      </span>
      <span className="mt-0.5 flex flex-wrap gap-x-2 text-n11 text-xs">
        <RelativeTime at={run.finishedAt ?? run.startedAt ?? run.createdAt} />
        {run.durationMs !== null && (
          <span>
            {t("took", {
              duration: format.number(run.durationMs / 1000, {
                style: "unit",
                unit: "second",
                unitDisplay: "short",
                maximumFractionDigits: 1,
              }),
            })}
          </span>
        )}
        {run.isAsked && <span>{t("asked")}</span>}
        {run.engineRunId && (
          <Link
            href={`/operations/runs/${encodeURIComponent(run.engineRunId)}`}
            className="text-accent-strong underline underline-offset-2"
          >
            {t("steps")}
          </Link>
        )}
      </span>
    </>
  );
}
