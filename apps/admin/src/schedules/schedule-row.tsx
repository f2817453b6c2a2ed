"use client";

import { Badge } from "@besunny/ui/display/badge";
import { useTranslations } from "next-intl";
import { useId } from "react";

import { LastRun } from "./last-run";
import { NextRun } from "./next-run";
import type { Schedule } from "./schedule";
import { ScheduleActions } from "./schedule-actions";

/** One schedule: what it does, when it is due, how it went last. */
export function ScheduleRow({ schedule }: { schedule: Schedule }) {
  const t = useTranslations("schedules");
  const titleId = useId();

  return (
    <li aria-labelledby={titleId} className="flex flex-col gap-3 border-n5 border-b py-5">
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <div className="min-w-64 flex-1">
          <h2 id={titleId} className="flex items-center gap-2 font-semibold">
            {t(`name_${schedule.name}`)}
            {schedule.isPaused && <Badge tone="attention">{t("paused")}</Badge>}
          </h2>
          <p className="mt-0.5 max-w-2xl text-n11">{t(`sentence_${schedule.name}`)}</p>
        </div>
        <ScheduleActions schedule={schedule} />
      </div>
      <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
        <div>
          <dt className="text-n11 text-xs">{t("next")}</dt>
          <dd>
            <NextRun schedule={schedule} />
          </dd>
        </div>
        <div>
          <dt className="text-n11 text-xs">{t("last")}</dt>
          <dd>{schedule.last ? <LastRun run={schedule.last} /> : t("never")}</dd>
        </div>
      </dl>
    </li>
  );
}
