"use client";

import { useFormatter, useTranslations } from "next-intl";

/** Lists the next times of the schedule that the fields describe. */
export function NextTimes({ times, timeZone }: { times: Date[]; timeZone: string }) {
  const t = useTranslations("schedules");
  const format = useFormatter();

  return (
    <section aria-live="polite" className="min-h-36">
      <h2 className="font-medium text-sm">{t("nextTimes")}</h2>
      <ol className="mt-1 flex flex-col gap-0.5 text-n11 text-sm tabular-nums">
        {times.map((time) => (
          <li key={time.toISOString()}>
            {format.dateTime(time, {
              timeZone,
              weekday: "short",
              day: "2-digit",
              month: "short",
              year: "numeric",
              hour: "2-digit",
              minute: "2-digit",
              hourCycle: "h23",
              timeZoneName: "short",
            })}
          </li>
        ))}
      </ol>
    </section>
  );
}
