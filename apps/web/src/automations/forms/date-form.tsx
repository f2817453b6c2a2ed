"use client";

import type { Trigger } from "@besunny/rules/definition";
import { useTranslations } from "next-intl";

import { type Problem, problemOn } from "../definition/problems-at";
import { useWords } from "../words/use-words";
import { useVocabulary } from "../words/vocabulary";
import { NumberInput } from "./number-input";
import { Picker } from "./picker";
import { Group } from "./problem-line";

type Dates = Extract<Trigger, { kind: "fact.date" }>;

/** The date that comes near, and how many days before it the automation begins. */
export function DateForm({
  trigger,
  problems,
  onChange,
}: {
  trigger: Dates;
  problems: readonly Problem[];
  onChange: (trigger: Dates) => void;
}) {
  const t = useTranslations("automations");
  const { fields } = useVocabulary();
  const { fieldWords } = useWords();
  const dates = fields.filter(
    ({ path, kind }) => kind === "date" && /^(facts|fields)\.|^doc\.datedOn$/.test(path),
  );

  return (
    <>
      <Group label={t("dateField")} problem={problemOn(problems, "field")}>
        <Picker
          label={t("dateField")}
          value={trigger.field}
          options={dates.map((field) => ({ value: field.path, label: fieldWords(field) }))}
          placeholder={t("choose")}
          onPick={(field) => onChange({ ...trigger, field })}
          className="w-full sm:w-72"
        />
      </Group>
      <Group label={t("daysBefore")} problem={problemOn(problems, "days")}>
        <NumberInput
          aria-label={t("daysBefore")}
          value={-trigger.days}
          onChange={(days) => {
            if (days !== null && Number.isInteger(days) && Math.abs(days) <= 3_650)
              onChange({ ...trigger, days: days === 0 ? 0 : -days });
          }}
          className="w-32"
        />
      </Group>
    </>
  );
}
