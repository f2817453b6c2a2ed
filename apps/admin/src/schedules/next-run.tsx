"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { useFormatter, useTranslations } from "next-intl";

import type { Schedule } from "./schedule";
import { timingWords } from "./timing-words";

/** When it is due: how far off, at what time in its zone, and by which rule. */
export function NextRun({ schedule }: { schedule: Schedule }) {
  const t = useTranslations("schedules");
  const format = useFormatter();
  const { nextAt, cron, timeZone } = schedule;

  return (
    <>
      {nextAt ? (
        <span className="block first-letter:uppercase">
          <RelativeTime at={nextAt} />
        </span>
      ) : (
        <span className="block">{t("notWhilePaused")}</span>
      )}
      <span className="block text-n11 text-xs">
        {nextAt && (
          <>
            {format.dateTime(nextAt, {
              timeZone,
              weekday: "short",
              day: "numeric",
              month: "short",
              hour: "2-digit",
              minute: "2-digit",
              hourCycle: "h23",
            })}
            {" · "}
          </>
        )}
        <span title={cron}>{t("timing", { words: timingWords(cron) ?? cron, timeZone })}</span>
      </span>
    </>
  );
}
