"use client";

import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { useFormatter, useTranslations } from "next-intl";
import { useId } from "react";
import { timingWords } from "~/schedules/timing-words";

import type { Report } from "./report";
import { ReportActions } from "./report-actions";
import { RunLine } from "./run-line";

/** One report: what it tells, when it is due and what became of it last. */
export function ReportRow({ report }: { report: Report }) {
  const t = useTranslations("reports");
  const format = useFormatter();
  const titleId = useId();
  const { title, tiles, recipientIds, nextAt, timeZone, cron, isPaused, pauseReason, last } =
    report;

  return (
    <li aria-labelledby={titleId} className="flex flex-col gap-3 border-n5 border-b py-5">
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <div className="min-w-64 flex-1">
          <h2 id={titleId} className="flex items-center gap-2 font-semibold">
            <span className="min-w-0 break-words">{title}</span>
            {isPaused && <Badge tone="attention">{t("paused")}</Badge>}
          </h2>
          <p className="mt-0.5 text-n11">
            {t("what", {
              figures: tiles.length,
              range: t(`range_${report.range}`),
              format: t(`format_${report.format}`),
              people: recipientIds.length,
              owner: report.ownerName,
            })}
          </p>
          {pauseReason && <p className="mt-1 max-w-2xl text-attention text-sm">{pauseReason}</p>}
        </div>
        <ReportActions report={report} />
      </div>
      <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
        <div>
          <dt className="text-n11 text-xs">{t("next")}</dt>
          <dd>
            {nextAt ? (
              <span className="block first-letter:uppercase">
                <RelativeTime at={nextAt} />
              </span>
            ) : (
              t("notWhilePaused")
            )}
            <span className="block text-n11 text-xs">
              {nextAt &&
                `${format.dateTime(nextAt, {
                  timeZone,
                  weekday: "short",
                  day: "numeric",
                  month: "short",
                  hour: "2-digit",
                  minute: "2-digit",
                  hourCycle: "h23",
                })} · `}
              {timingWords(cron) ?? cron}, {timeZone}
            </span>
          </dd>
        </div>
        <div className="min-w-0">
          <dt className="text-n11 text-xs">{t("last")}</dt>
          <dd>{last ? <RunLine run={last} /> : t("never")}</dd>
        </div>
      </dl>
    </li>
  );
}
