"use client";

import type { ConditionRow } from "@besunny/rules/conditions";
import { Input } from "@besunny/ui/fields/input";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { NumberInput } from "../forms/number-input";
import { Picker } from "../forms/picker";
import { Several } from "../forms/several";
import { useValueOptions } from "../forms/use-value-options";
import { useWords } from "../words/use-words";
import { takenBy, valuesOf } from "../words/values-of";
import type { VocabularyField } from "../words/vocabulary";

type Value = ConditionRow["value"];

/** The value of a row, in the control that its field and its comparison ask for. */
export function ConditionValue({
  row: { field, is, value },
  kind,
  isInvalid,
  onChange,
}: {
  row: ConditionRow;
  kind: VocabularyField["kind"];
  isInvalid: boolean;
  onChange: (value: Value) => void;
}) {
  const t = useTranslations("automations");
  const { nameOf, typeName } = useWords();
  const listed = valuesOf({ path: field });
  const options = useValueOptions(listed);
  const named = (one: string) =>
    options.find((option) => option.value === one)?.label ??
    (listed === "types" ? typeName(one) : nameOf(one));
  const wrong = isInvalid ? true : undefined;

  switch (takenBy(is)) {
    case "nothing":
      return null;
    case "several":
      return (
        <Several
          label={t("values")}
          addLabel={t("addValue")}
          values={Array.isArray(value) ? value.map(String) : []}
          options={options}
          nameOf={named}
          isFree={listed === null || listed === "tags"}
          onChange={(values) => onChange(values.length > 0 ? values : undefined)}
        />
      );
    case "span":
      return <Span value={value} isInvalid={isInvalid} onChange={onChange} />;
    case "days":
      return (
        <span className="inline-flex items-center gap-2">
          <NumberInput
            aria-label={t("days")}
            aria-invalid={wrong}
            value={typeof value === "number" ? value : null}
            onChange={(days) => onChange(days ?? undefined)}
            className="w-20"
          />
          <span className="text-n11">{t("daysWord")}</span>
        </span>
      );
    case "one":
      break;
  }
  if (kind === "number")
    return (
      <NumberInput
        aria-label={t("value")}
        aria-invalid={wrong}
        value={typeof value === "number" ? value : null}
        onChange={(number) => onChange(number ?? undefined)}
        className="w-32"
      />
    );
  const text = typeof value === "string" ? value : "";
  const written = (given: string) => onChange(given === "" ? undefined : given);
  if (kind === "date")
    return (
      <Input
        type="date"
        aria-label={t("value")}
        aria-invalid={wrong}
        value={text}
        onChange={({ target }) => written(target.value)}
        className="w-40"
      />
    );
  if (listed)
    return (
      <Picker
        label={t("value")}
        value={text || null}
        options={
          options.some((option) => option.value === text) || text === ""
            ? options
            : [...options, { value: text, label: named(text) }]
        }
        placeholder={t("choose")}
        isInvalid={isInvalid}
        onPick={written}
        onCreate={listed === "tags" ? written : undefined}
        className="max-w-56"
      />
    );
  return (
    <Input
      aria-label={t("value")}
      aria-invalid={wrong}
      value={text}
      maxLength={500}
      onChange={({ target }) => written(target.value)}
      className="w-56 max-w-full"
    />
  );
}

/** Two numbers. A pair that is not whole is no value. */
function Span({
  value,
  isInvalid,
  onChange,
}: {
  value: Value;
  isInvalid: boolean;
  onChange: (value: Value) => void;
}) {
  const t = useTranslations("automations");
  const [from, to] = Array.isArray(value) ? value : [];
  const [ends, setEnds] = useState({ from: numberOr(from), to: numberOr(to) });
  const wrong = isInvalid ? true : undefined;

  function set(next: typeof ends) {
    setEnds(next);
    onChange(next.from === null || next.to === null ? undefined : [next.from, next.to]);
  }

  return (
    <span className="inline-flex items-center gap-2">
      <NumberInput
        aria-label={t("from")}
        aria-invalid={wrong}
        value={ends.from}
        onChange={(number) => set({ ...ends, from: number })}
        className="w-28"
      />
      <span aria-hidden className="text-n11">
        –
      </span>
      <NumberInput
        aria-label={t("to")}
        aria-invalid={wrong}
        value={ends.to}
        onChange={(number) => set({ ...ends, to: number })}
        className="w-28"
      />
    </span>
  );
}

function numberOr(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}
