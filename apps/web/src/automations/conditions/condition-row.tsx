"use client";

import type { Comparison, ConditionRow } from "@besunny/rules/conditions";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Select } from "@besunny/ui/fields/select";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";

import type { Problem } from "../definition/problems-at";
import { Picker } from "../forms/picker";
import { ProblemLine } from "../forms/problem-line";
import { useWords } from "../words/use-words";
import { takenBy } from "../words/values-of";
import { useVocabulary } from "../words/vocabulary";
import { ConditionValue } from "./condition-value";
import { useFieldOptions, useNewRow } from "./field-options";

/** One row: a field, a comparison, and a value that fits both. */
export function ConditionRowEditor({
  row,
  problems,
  onChange,
  onRemove,
}: {
  row: ConditionRow;
  problems: readonly Problem[];
  onChange: (row: ConditionRow) => void;
  onRemove: () => void;
}) {
  const t = useTranslations("automations");
  const { fields, comparisons } = useVocabulary();
  const options = useFieldOptions();
  const rowFor = useNewRow();
  const { comparisonWords, pathWords } = useWords();
  const kind = fields.find(({ path }) => path === row.field)?.kind ?? "text";
  const offered = asComparisons(comparisons[kind] ?? []);

  function compare(is: string) {
    const next = offered.find((each) => each === is);
    if (!next) return;
    const keeps = takenBy(next) === takenBy(row.is) && takenBy(next) !== "nothing";
    onChange({
      field: row.field,
      is: next,
      ...(keeps && row.value !== undefined && { value: row.value }),
    });
  }

  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex min-w-0 flex-wrap items-start gap-2 pr-10 relative">
        <Picker
          label={t("field")}
          value={row.field}
          options={options}
          placeholder={pathWords(row.field)}
          onPick={(path) => path !== row.field && onChange(rowFor(path))}
          className="max-w-56"
        />
        <Select
          label={t("comparison")}
          value={row.is}
          options={offered.map((value) => ({ value, label: comparisonWords(value) }))}
          onChange={compare}
        />
        <ConditionValue
          row={row}
          kind={kind}
          isInvalid={problems.length > 0}
          onChange={(value) =>
            onChange({ field: row.field, is: row.is, ...(value !== undefined && { value }) })
          }
        />
        <IconButton
          label={t("removeCondition")}
          icon={<X aria-hidden />}
          onClick={onRemove}
          className="absolute top-0 right-0"
        />
      </div>
      <ProblemLine problem={problems[0]} />
    </div>
  );
}

/** The server lists comparisons as texts. Each is one of those that rows may have. */
function asComparisons(listed: readonly string[]): readonly Comparison[] {
  return listed as readonly Comparison[];
}
