"use client";

import type { Condition, ConditionGroup, ConditionRow } from "@besunny/rules/conditions";
import type { Approver, Trigger } from "@besunny/rules/definition";
import { keyOf } from "@besunny/rules/fields";
import { useLocale, useMessages, useTranslations } from "next-intl";

import { useNames } from "~/i18n/use-names";
import { isGroup } from "../definition/is-group";
import { writtenNumber } from "../definition/typed-number";
import { takenBy, valuesOf } from "./values-of";
import { useVocabulary, type VocabularyField } from "./vocabulary";

/** Returns what names fields, comparisons, actions, people and conditions in the language of the page. */
export function useWords() {
  const t = useTranslations("automations");
  const { typeName, fieldName } = useNames();
  const locale = useLocale();
  const vocabulary = useVocabulary();
  const { automationFields, automationComparisons, automationActions, fieldNames } = useMessages();

  const named = new Map(
    [
      ...vocabulary.projects,
      ...vocabulary.people,
      ...vocabulary.sources,
      ...vocabulary.endpoints,
    ].map(({ id, name }) => [id, name]),
  );
  const factWords: Readonly<Record<string, string>> = fieldNames;
  const factNames = new Map(Object.entries(factWords).map(([name, word]) => [keyOf(name), word]));
  const nameOf = (id: string) => named.get(id) ?? id;

  function factOf({ path, label }: Pick<VocabularyField, "path" | "label">): string {
    const key = path.split(".")[1] ?? path;
    return factNames.get(key) ?? fieldName({ name: label ?? key.replaceAll("_", " ") });
  }

  function fieldWords({ path, kind, label }: VocabularyField): string {
    const standard = wordIn(automationFields, path.replaceAll(".", "_"));
    if (standard) return standard;
    if (!path.startsWith("facts.")) return label ?? path;
    const fact = factOf({ path, label });
    const part = path.split(".")[2] ?? "";
    const hasMainPart = vocabulary.fields.some(
      (field) => field.path !== path && mainPart.test(field.path) && sameFact(field.path, path),
    );
    if (part === "currency") return t("part_currency", { fact });
    if (part === "confidence") return t("part_confidence", { fact });
    if (part === "isNew") return t("part_isNew", { fact });
    return part === "text" && kind === "text" && hasMainPart ? t("part_text", { fact }) : fact;
  }

  function pathWords(path: string): string {
    const field = vocabulary.fields.find((each) => each.path === path);
    return field ? fieldWords(field) : path;
  }

  const comparisonWords = (is: string) => wordIn(automationComparisons, is) ?? is;

  function valueWords(path: string, value: string | number): string {
    if (typeof value === "number") return writtenNumber(value, locale);
    return valuesOf({ path }) === "types" ? typeName(value) : nameOf(value);
  }

  function rowWords({ field, is, value }: ConditionRow): string {
    const name = pathWords(field);
    if (is === "isYes") return name;
    const values = (Array.isArray(value) ? value : [value]).flatMap((each) =>
      typeof each === "string" || typeof each === "number" ? [valueWords(field, each)] : [],
    );
    const shown =
      takenBy(is) === "nothing" ? "" : values.join(is === "between" ? " – " : ", ") || "…";
    const unit = takenBy(is) === "days" ? t("daysWord") : "";
    return [name, comparisonWords(is), shown, unit].filter(Boolean).join(" ");
  }

  function groupWords({ match, of }: ConditionGroup): string {
    const parts = of.map((each) => (isGroup(each) ? `(${groupWords(each)})` : rowWords(each)));
    if (match === "none") return t("noneOf", { conditions: parts.join("; ") });
    return parts.join(` ${t(match === "all" ? "and" : "or")} `);
  }

  return {
    nameOf,
    typeName,
    fieldWords,
    pathWords,
    comparisonWords,
    actionName: (name: string) => wordIn(automationActions, name) ?? name.replaceAll("-", " "),
    conditionWords: (condition: Condition) =>
      "cel" in condition ? condition.cel : groupWords(condition.rows) || t("nothingYet"),
    approverWords(approver: Approver): string {
      if (approver.kind === "person") return nameOf(approver.userId);
      if (approver.kind === "role") return t(`everybody_${approver.role}`);
      return approver.projectId === undefined
        ? t("leads")
        : t("leadsOf", { project: nameOf(approver.projectId) });
    },
    triggerWords: (kind: Trigger["kind"]) => t(`trigger_${underscored(kind)}`),
  };
}

const mainPart = /\.(amount|number|date)$/;

function sameFact(one: string, other: string): boolean {
  return one.split(".")[1] === other.split(".")[1];
}

function wordIn(words: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined;
}

type Underscored<Kind extends string> = Kind extends `${infer A}.${infer B}` ? `${A}_${B}` : Kind;

/** next-intl takes no key with a full stop in it. */
function underscored<Kind extends Trigger["kind"]>(kind: Kind): Underscored<Kind> {
  // The type says what `replace` does to the one full stop of a kind.
  return kind.replace(".", "_") as Underscored<Kind>;
}
