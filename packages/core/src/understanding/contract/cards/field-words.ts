import type { FieldDefinition } from "@besunny/ai/ai";

/** The languages in which every field has labels. */
export const labelLanguages = ["en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da"] as const;

/** Labels of one field by language, separated by semicolons. */
export type LabelWords = Record<(typeof labelLanguages)[number], string>;

type More = Pick<FieldDefinition, "isMany" | "check">;

/** Describes a field. `name` is its key in results and is never changed; people read `label`. */
export function field(
  [name, label, kind]: [string, string, FieldDefinition["kind"]],
  meaning: string,
  words: LabelWords,
  more: More = {},
): FieldDefinition {
  const labels = Object.values(words).flatMap((each) => each.split(";").map((one) => one.trim()));
  return { name, label, kind, meaning, labels: [...new Set(labels)].filter(Boolean), ...more };
}
