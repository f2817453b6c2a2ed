"use client";

import { Field } from "@besunny/ui/fields/field";
import { Select } from "@besunny/ui/fields/select";
import { useTranslations } from "next-intl";
import { TimesFields, useNextTimes } from "~/schedules/times-fields";
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
  const { cron, timeZone } = timing;
  const preview = useNextTimes(timing);

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
      <TimesFields
        times={timing}
        words={{
          cron: t("cron"),
          cronHint: timingWords(cron) ?? "–",
          timeZone: t("timeZone"),
          timeZoneHint: t("timeZoneHint"),
        }}
        next={preview.next}
        problem={preview.error}
        onChange={onChange}
      />
    </div>
  );
}
