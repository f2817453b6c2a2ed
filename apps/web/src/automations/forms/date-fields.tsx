"use client";

import type { Trigger } from "@besunny/rules/definition";
import { keyOf } from "@besunny/rules/fields";
import { Input } from "@besunny/ui/fields/input";
import { Select } from "@besunny/ui/fields/select";
import { useTranslations } from "next-intl";

import { type Problem, problemOn } from "../definition/problems-at";
import { useWords } from "../words/use-words";
import { useVocabulary } from "../words/vocabulary";
import { NumberInput } from "./number-input";
import { Picker } from "./picker";
import { Group } from "./problem-line";

type OfDate = Extract<Trigger, { kind: "fact.date" }>;

/** A date in documents, and how many days before or after it the automation begins. */
export function DateFields({
  trigger,
  problems,
  onChange,
}: {
  trigger: OfDate;
  problems: readonly Problem[];
  onChange: (trigger: OfDate) => void;
}) {
  const t = useTranslations("automations");
  const { factOf } = useWords();
  const dates = useVocabulary()
    .fields.filter(({ path, kind }) => kind === "date" && /^facts\.\w+\.date$/.test(path))
    .map((field) => ({ value: field.path.split(".")[1] ?? "", label: factOf(field) }))
    .toSorted((one, other) => one.label.localeCompare(other.label));
  const { days } = trigger;
  const side = days < 0 ? "before" : "after";
  const set = (count: number, on: string) =>
    onChange({ ...trigger, days: on === "before" ? -count || 0 : count });

  return (
    <>
      <Group label={t("whichDate")} problem={problemOn(problems, "fact")}>
        <Picker
          label={t("whichDate")}
          value={keyOf(trigger.fact)}
          options={dates}
          placeholder={t("choose")}
          onPick={(key) => onChange({ ...trigger, fact: key.replaceAll("_", " ") })}
          className="w-full sm:w-72"
        />
      </Group>
      <Group label={t("when")} problem={problemOn(problems, "days") ?? problemOn(problems, "at")}>
        <div className="flex flex-wrap items-center gap-2">
          <NumberInput
            aria-label={t("days")}
            value={Math.abs(days)}
            onChange={(count) =>
              count !== null && set(Math.min(3650, Math.abs(Math.round(count))), side)
            }
            className="w-20"
          />
          <Select
            label={t("beforeOrAfter")}
            value={side}
            options={(["before", "after"] as const).map((value) => ({
              value,
              label: t(`days_${value}`),
            }))}
            onChange={(on) => set(Math.abs(days), on)}
          />
          <Input
            type="time"
            aria-label={t("time")}
            value={trigger.at}
            required
            onChange={({ target }) => target.value && onChange({ ...trigger, at: target.value })}
            className="w-28"
          />
        </div>
      </Group>
    </>
  );
}
