"use client";

import {
  type Condition,
  claims,
  fieldOf,
  type Part,
  printPart,
} from "@besunny/api/browser/grammar";
import { documentStatuses } from "@besunny/api/browser/vocabulary";
import { useTranslations } from "next-intl";
import { useFields } from "~/fields/use-fields";
import { useNames } from "~/i18n/use-names";

/** Returns the words in which a part of a query is shown to people. */
export function useConditionText(): (part: Part) => string {
  const t = useTranslations("queries");
  const td = useTranslations("document");
  const { typeName, fieldName, languageName } = useNames();
  const tf = useTranslations("fields");
  const fields = useFields();

  function valueText(key: string, value: string): string {
    const status = documentStatuses.find((each) => each === value);
    if (key === "status" && status) return td(`status_${status}`);
    if (fieldOf(key) !== null && value.toLowerCase() === "none") return tf("noValue");
    if (key === "language") return languageName(value);
    if (key === "in" && value.toLowerCase() === "none") return t("inNoFolder");
    if (key === "tag" && value.toLowerCase() === "none") return t("noTag");
    if (key !== "type") return value;
    return value.toLowerCase() === "none" ? td("noType") : typeName(value);
  }

  function conditionText({ key, is, values }: Condition): string {
    const shown = values.map((value) => valueText(key, value)).join(` ${t("or")} `);
    const field = fieldOf(key);
    if (key === "has") return t("withAttachment");
    if (key === "is")
      return values.map((value) => t(`claim_${claimOf(value)}`)).join(` ${t("or")} `);
    if (key === "in" && values.includes("trash")) return t("inTrash");
    const name =
      field === null
        ? t(`key_${knownKey(key)}`)
        : (fields.find((each) => each.key === field)?.name ??
          fieldName({ name: field.replaceAll("-", " ") }));
    return is === ":" ? `${name}: ${shown}` : `${name} ${is} ${shown}`;
  }

  function textOf(part: Part): string {
    if (part.kind === "condition") return conditionText(part);
    if (part.kind === "not") return t("not", { condition: textOf(part.of) });
    if (part.kind === "any") return part.of.map(textOf).join(` ${t("or")} `);
    if (part.kind === "all") return part.of.map(textOf).join(` ${t("and")} `);
    return printPart(part);
  }
  return textOf;
}

function claimOf(value: string) {
  return claims.find((each) => each === value) ?? "mine";
}

const keyTexts = [
  "type",
  "status",
  "project",
  "tag",
  "language",
  "from",
  "party",
  "entity",
  "title",
  "after",
  "before",
  "date",
  "added",
  "amount",
  "in",
] as const;

function knownKey(key: string) {
  return keyTexts.find((each) => each === key) ?? "title";
}
