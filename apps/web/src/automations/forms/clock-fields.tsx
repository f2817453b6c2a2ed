"use client";

import { Input } from "@besunny/ui/fields/input";
import { Select } from "@besunny/ui/fields/select";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";

import { type Clock, clockOf, cronOf, rhythms } from "../definition/clock";
import type { Problem } from "../definition/problems-at";
import { Group } from "./problem-line";

/** A schedule as a choice, or as five fields for those who need another one. */
export function ClockFields({
  cron,
  problem,
  onChange,
}: {
  cron: string;
  problem: Problem | undefined;
  onChange: (cron: string) => void;
}) {
  const t = useTranslations("automations");
  const locale = useLocale();
  const [isOwn, setOwn] = useState(() => clockOf(cron).rhythm === "own");
  const read = clockOf(cron);
  const clock: Clock = isOwn ? { ...read, rhythm: "own" } : read;

  function choose(rhythm: string) {
    const next = rhythms.find((each) => each === rhythm);
    if (!next) return;
    setOwn(next === "own");
    if (next !== "own") onChange(cronOf({ ...read, rhythm: next }));
  }

  return (
    <Group label={t("howOften")} problem={problem}>
      <div className="flex flex-wrap items-center gap-2">
        <Select
          label={t("howOften")}
          value={clock.rhythm}
          options={rhythms.map((value) => ({ value, label: t(`rhythm_${value}`) }))}
          onChange={choose}
        />
        {clock.rhythm === "weekly" && (
          <Select
            label={t("weekday")}
            value={String(clock.day)}
            options={[1, 2, 3, 4, 5, 6, 0].map((day) => ({
              value: String(day),
              label: weekdayName(day, locale),
            }))}
            onChange={(day) => onChange(cronOf({ ...clock, day: Number(day) }))}
          />
        )}
        {clock.rhythm === "own" ? (
          <Input
            aria-label={t("cron")}
            value={cron}
            maxLength={100}
            spellCheck={false}
            onChange={({ target }) => onChange(target.value)}
            className="w-44 font-mono"
          />
        ) : (
          <Input
            type="time"
            aria-label={t("time")}
            value={clock.at}
            required
            onChange={({ target }) =>
              target.value && onChange(cronOf({ ...clock, at: target.value }))
            }
            className="w-28"
          />
        )}
      </div>
    </Group>
  );
}

/** 4 January 1970 was a Sunday. */
function weekdayName(day: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(
    new Date(Date.UTC(1970, 0, 4 + day)),
  );
}
