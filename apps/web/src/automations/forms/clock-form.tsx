"use client";

import type { Trigger } from "@besunny/rules/definition";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { useLocale, useTranslations } from "next-intl";

import { clockDays, cronOf, timesOf } from "../definition/clock-times";
import { type Problem, problemOn } from "../definition/problems-at";
import { Picker } from "./picker";
import { Group, ProblemLine } from "./problem-line";

type Clock = Extract<Trigger, { kind: "clock" }>;
const OWN = "own";

/** The days and the time of a clock, or a pattern of the person's own. */
export function ClockForm({
  trigger,
  problems,
  onChange,
}: {
  trigger: Clock;
  problems: readonly Problem[];
  onChange: (trigger: Clock) => void;
}) {
  const t = useTranslations("automations");
  const locale = useLocale();
  const times = timesOf(trigger.cron);
  const put = (cron: string) => onChange({ ...trigger, cron });
  const weekday = (day: string) =>
    new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(
      new Date(Date.UTC(2023, 0, 1 + Number(day))),
    );
  const days = [
    ...clockDays.map((value) => ({
      value: String(value),
      label:
        value === "daily" || value === "working" || value === "monthly"
          ? t(`clock_${value}`)
          : weekday(value),
    })),
    { value: OWN, label: t("clock_own") },
  ];

  return (
    <>
      <p className="text-n11 text-sm">{t("clockHint")}</p>
      <Group label={t("clockDays")}>
        <Picker
          label={t("clockDays")}
          value={times?.days ?? OWN}
          options={days}
          placeholder={t("choose")}
          onPick={(value) => {
            const chosen = clockDays.find((each) => each === value);
            // Five fields with two minutes in them: the form leaves them to the person.
            put(chosen ? cronOf({ days: chosen, time: times?.time ?? "08:00" }) : "0,30 8 * * *");
          }}
          className="w-full sm:w-72"
        />
      </Group>
      {times ? (
        <Field label={t("clockTime")}>
          {(control) => (
            <Input
              {...control}
              type="time"
              value={times.time}
              onChange={({ target }) =>
                target.value !== "" && put(cronOf({ ...times, time: target.value }))
              }
              className="w-36"
            />
          )}
        </Field>
      ) : (
        <Field label={t("clockOwn")}>
          {(control) => (
            <Input
              {...control}
              value={trigger.cron}
              maxLength={100}
              onChange={({ target }) => put(target.value)}
              className="w-full sm:w-72"
            />
          )}
        </Field>
      )}
      <ProblemLine problem={problemOn(problems, "cron")} />
      <Group label={t("clockZone")} problem={problemOn(problems, "timeZone")}>
        <Picker
          label={t("clockZone")}
          value={trigger.timeZone}
          options={Intl.supportedValuesOf("timeZone").map((zone) => ({ value: zone, label: zone }))}
          placeholder={t("choose")}
          onPick={(timeZone) => onChange({ ...trigger, timeZone })}
          className="w-full sm:w-72"
        />
      </Group>
    </>
  );
}
