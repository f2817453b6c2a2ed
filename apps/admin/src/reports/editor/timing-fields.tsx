"use client";

import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Select } from "@besunny/ui/fields/select";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useDeferredValue, useId } from "react";
import { fieldErrorsOf } from "~/schedules/field-errors";
import { NextTimes } from "~/schedules/next-times";
import { timingWords } from "~/schedules/timing-words";

import type { Choices } from "./choices";

type Timing = Pick<Choices, "cron" | "timeZone">;

const usual = { daily: "0 7 * * *", weekly: "0 7 * * 1", monthly: "0 7 1 * *" } as const;
const names = ["daily", "weekly", "monthly"] as const;

/** When a report is made, by the clocks of a zone, with the next five times. */
export function TimingFields({
  timing,
  onChange,
}: {
  timing: Timing;
  onChange: (timing: Timing) => void;
}) {
  const t = useTranslations("reports");
  const trpc = useTRPC();
  const zonesId = useId();
  const { cron, timeZone } = timing;
  const asked = useDeferredValue({ cron, timeZone });
  const preview = useQuery(trpc.schedules.preview.queryOptions(asked, { retry: false }));
  const errors = fieldErrorsOf(preview.error);

  return (
    <div className="flex flex-col gap-4">
      <Field label={t("when")}>
        {({ id }) => (
          <Select
            id={id}
            label={t("when")}
            value={names.find((name) => usual[name] === cron) ?? "own"}
            options={[...names, "own" as const].map((name) => ({
              value: name,
              label: t(`when_${name}`),
            }))}
            onChange={(value) => {
              const name = names.find((each) => each === value);
              onChange({ cron: name ? usual[name] : "30 7 * * 1-5", timeZone });
            }}
          />
        )}
      </Field>
      <Field label={t("cron")} hint={timingWords(cron) ?? "–"} error={errors.cron}>
        {(control) => (
          <Input
            {...control}
            value={cron}
            onChange={({ target }) => onChange({ cron: target.value, timeZone })}
            autoComplete="off"
            spellCheck={false}
            className="font-mono"
          />
        )}
      </Field>
      <Field label={t("timeZone")} hint={t("timeZoneHint")} error={errors.timeZone}>
        {(control) => (
          <Input
            {...control}
            value={timeZone}
            onChange={({ target }) => onChange({ cron, timeZone: target.value })}
            list={zonesId}
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
      <datalist id={zonesId}>
        {["UTC", ...Intl.supportedValuesOf("timeZone")].map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <NextTimes
        times={preview.data?.times ?? []}
        timeZone={errors.timeZone ? "UTC" : asked.timeZone}
      />
    </div>
  );
}
