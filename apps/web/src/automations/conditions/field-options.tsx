"use client";

import type { Comparison, ConditionRow } from "@besunny/rules/conditions";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useState } from "react";

import type { PickerOption } from "../forms/picker";
import { useWords } from "../words/use-words";
import { useVocabulary, type VocabularyField } from "../words/vocabulary";

/** The fields that people ask for most come first. */
const usual = [
  "doc.type",
  "facts.total.amount",
  "doc.hasNewParty",
  "facts.supplier.text",
  "doc.tags",
  "doc.projects",
  "doc.title",
  "facts.due_date.date",
  "source.id",
];

const OptionsContext = createContext<readonly PickerOption[]>([]);

/** Names and sorts the hundreds of fields once, for all rows of an editor. */
export function FieldOptionsProvider({ children }: { children: ReactNode }) {
  const t = useTranslations("automations");
  const { fieldWords } = useWords();
  const { fields } = useVocabulary();
  const [options] = useState(() => {
    const first = usual.flatMap((path) => fields.find((field) => field.path === path) ?? []);
    const rest = fields.filter(({ path }) => !usual.includes(path));
    const named = (list: readonly VocabularyField[], group: string): PickerOption[] =>
      list.map((field) => ({ value: field.path, label: fieldWords(field), group }));
    const sorted = (list: readonly VocabularyField[], group: string) =>
      named(list, group).toSorted((one, other) => one.label.localeCompare(other.label));
    return [
      ...named(first, t("fields_usual")),
      ...named(
        rest.filter((field) => !isFact(field) && !isOwn(field)),
        t("fields_document"),
      ),
      ...sorted(rest.filter(isOwn), t("fields_own")),
      ...sorted(
        rest.filter((field) => isFact(field) && !isAside(field)),
        t("fields_facts"),
      ),
      ...sorted(
        rest.filter((field) => isFact(field) && isAside(field)),
        t("fields_more"),
      ),
    ];
  });
  return <OptionsContext value={options}>{children}</OptionsContext>;
}

/** Returns the fields that a condition may ask for, in groups. */
export function useFieldOptions(): readonly PickerOption[] {
  return use(OptionsContext);
}

/** Returns what makes a row of a field, with the comparison that is meant most often and without a value. */
export function useNewRow(): (path: string) => ConditionRow {
  const { fields } = useVocabulary();
  return (path) => {
    const kind = fields.find((field) => field.path === path)?.kind ?? "text";
    return { field: path, is: firstOf[kind] };
  };
}

const firstOf: Record<VocabularyField["kind"], Comparison> = {
  text: "holds",
  word: "is",
  number: "over",
  date: "inNextDays",
  yesno: "isYes",
  list: "has",
};

const isFact = ({ path }: VocabularyField) => path.startsWith("facts.");
const isOwn = ({ path }: VocabularyField) => path.startsWith("fields.");
const isAside = ({ path }: VocabularyField) => /\.(confidence|isNew|currency)$/.test(path);
