"use client";

import { useEffect, useState } from "react";

import { useLocale } from "../locale";

const SECONDS_BETWEEN = 30;

/** Shows "3 minutes ago" and keeps it true while it is on the page; shows the exact moment on hover. */
export function RelativeTime({ at }: { at: Date | string }) {
  const locale = useLocale();
  const moment = typeof at === "string" ? new Date(at) : at;
  const [now, setNow] = useState(() => Date.now());

  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECONDS_BETWEEN * 1000);
    return () => clearInterval(timer);
  }, []);

  return (
    <time
      dateTime={moment.toISOString()}
      title={moment.toLocaleString(locale, { dateStyle: "full", timeStyle: "medium" })}
      className="whitespace-nowrap tabular-nums"
      suppressHydrationWarning
    >
      {relative(moment, now, locale)}
    </time>
  );
}

const units = [
  ["second", 60],
  ["minute", 60],
  ["hour", 24],
  ["day", 7],
] as const;

function relative(moment: Date, now: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  let amount = (moment.getTime() - now) / 1000;
  // The clock is read from time to time, so a moment just past may be later than it.
  if (amount > -10 && amount <= SECONDS_BETWEEN) return format.format(0, "second");
  for (const [unit, size] of units) {
    if (Math.abs(amount) < size) return format.format(Math.round(amount), unit);
    amount /= size;
  }
  return moment.toLocaleDateString(locale, { day: "numeric", month: "short", year: "numeric" });
}
