import { fieldOf, keyOf, keys, printPart } from "@besunny/api/browser/grammar";

import { isSame } from "./edit-query";
import type { TokenAt } from "./token-at";

/** One line under the box: `insert` takes the place of the token, or `href` opens a document. */
export type Suggestion = {
  id: string;
  kind: "key" | "value" | "entity" | "document";
  label: string;
  hint: string | null;
} & ({ insert: string } | { href: string });

/** The values that may be suggested, all of them from documents that the person may see. */
export type Known = {
  values: Readonly<Record<string, readonly { value: string; label: string; count: number }[]>>;
  entities: readonly { id: string; name: string }[];
  documents: readonly { id: string; title: string }[];
  /** The fields that the workspace defined. */
  fields: readonly { key: string; name: string; kind: string }[];
};

const MOST = 8;
const days = [
  "today",
  "yesterday",
  "this week",
  "last week",
  "last month",
  "this year",
  "last year",
];
const namesKeys = ["from", "party", "entity"];

/** Returns what fits the token, the likeliest first. */
export function suggest(token: TokenAt | null, known: Known): Suggestion[] {
  if (!token) return [];
  const lower = token.text.toLowerCase();
  const key = token.key === null ? null : keyOf(token.key);
  const field = token.key === null ? null : fieldOf(token.key.toLowerCase());
  if (field !== null) return valuesOfField(field, known, lower).slice(0, MOST);
  if (token.key !== null && !key) return [];
  if (key) return valuesOf(key.name, known, lower).slice(0, MOST);
  const ofKeys = keys
    .filter(({ name, also }) => [name, ...also].some((each) => each.startsWith(lower)))
    .map(({ name, example, values }): Suggestion => {
      const sign = values === "amount" ? ">" : ":";
      return {
        id: name,
        kind: "key",
        label: `${name}${sign}`,
        hint: example,
        insert: `${name}${sign}`,
      };
    });
  const ofFields = known.fields
    .filter(({ key: own, name }) =>
      [name.toLowerCase(), `field.${own}`].some((each) => each.startsWith(lower)),
    )
    .map(({ key: own, name, kind }): Suggestion => {
      const insert = `${fieldCondition(own, "x").slice(0, -2)}${comparedKinds.includes(kind) ? ">" : ":"}`;
      return { id: insert, kind: "key", label: insert, hint: name, insert };
    });
  const ofValues = Object.entries(known.values).flatMap(([name, values]) =>
    values
      .filter(({ label }) => lower.length > 1 && label.toLowerCase().startsWith(lower))
      .map(({ value, label, count }) => valueLine(name, value, label, String(count))),
  );
  const ofEntities = known.entities.map(({ name }) => ({
    ...valueLine("entity", name, name, null),
    kind: "entity" as const,
  }));
  const ofDocuments = known.documents.map(
    ({ id, title }): Suggestion => ({
      id,
      kind: "document",
      label: title,
      hint: null,
      href: `/documents/${id}`,
    }),
  );
  return [
    ...ofKeys.slice(0, 4),
    ...ofFields.slice(0, 3),
    ...ofValues.slice(0, 4),
    ...ofEntities.slice(0, 3),
    ...ofDocuments.slice(0, 4),
  ];
}

const comparedKinds = ["number", "amount"];

/** Writes a condition on a field as the grammar has it. */
function fieldCondition(key: string, value: string): string {
  return printPart({ kind: "condition", key: `field.${key}`, is: ":", values: [value] });
}

function valuesOfField(key: string, known: Known, lower: string): Suggestion[] {
  const kind = known.fields.find((field) => field.key === key)?.kind;
  const plain = kind === "date" ? days : kind === "boolean" ? ["yes", "no"] : [];
  const counted = known.values[`field.${key}`] ?? [];
  return [
    ...counted,
    ...plain
      .filter((word) => !counted.some(({ value }) => isSame(value, word)))
      .map((word) => ({ value: word, label: word, count: null })),
  ]
    .filter(({ label }) => label.toLowerCase().includes(lower))
    .map(({ value, label, count }) =>
      valueLine(`field.${key}`, value, label, count === null ? null : String(count)),
    );
}

function valuesOf(key: string, known: Known, lower: string): Suggestion[] {
  const definition = keyOf(key);
  if (namesKeys.includes(key))
    return known.entities.map(({ name }) => valueLine(key, name, name, null));
  const words = definition?.values === "day" ? days : (definition?.words ?? []);
  const counted = known.values[key] ?? [];
  const plain = words
    .filter((word) => !counted.some(({ value }) => isSame(value, word)))
    .map((word) => ({ value: word, label: word, count: null }));
  return [...counted, ...plain]
    .filter(({ label, value }) => [label, value].some((each) => each.toLowerCase().includes(lower)))
    .map(({ value, label, count }) =>
      valueLine(key, value, label, count === null ? null : String(count)),
    );
}

function valueLine(key: string, value: string, label: string, hint: string | null): Suggestion {
  const insert = printPart({ kind: "condition", key, is: ":", values: [value] });
  return {
    id: insert,
    kind: "value",
    label: `${fieldOf(key)?.replaceAll("-", " ") ?? key}: ${label}`,
    hint,
    insert,
  };
}
