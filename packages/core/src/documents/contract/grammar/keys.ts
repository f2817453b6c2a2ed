import { documentStatuses } from "../document-words";

/** The values of a key: `words` are one of a list, `name` is any text. */
type Values = "words" | "name" | "day" | "amount";

/** A key of the grammar: its name in the canonical text, other spellings, and its values. */
type Key = {
  name: string;
  also: readonly string[];
  values: Values;
  words?: readonly string[];
  /** True: a value that is none of the words is a name. */
  takesNames?: true;
  /** An example for people. */
  example: string;
};

/** The claims that `is:` makes of a document. */
export const claims = [
  "unread-by-me",
  "mine",
  "personal",
  "duplicate",
  "corrected",
  "attachment",
  "sensitive",
] as const;
export type Claim = (typeof claims)[number];

/** Every key but the fields of cards, in the order in which they are suggested. */
export const keys: readonly Key[] = [
  { name: "type", also: ["kind"], values: "name", example: "type:contract" },
  {
    name: "status",
    also: ["state"],
    values: "words",
    words: documentStatuses,
    example: "status:needs_review",
  },
  { name: "project", also: ["folder"], values: "name", example: 'project:"Office move"' },
  { name: "tag", also: ["tagged"], values: "name", example: 'tag:"to pay"' },
  { name: "language", also: ["lang"], values: "name", example: "language:de" },
  { name: "from", also: ["sender", "by"], values: "name", example: "from:acme" },
  { name: "party", also: ["with"], values: "name", example: "party:acme" },
  { name: "entity", also: ["about"], values: "name", example: "entity:Berlin" },
  { name: "title", also: ["name"], values: "name", example: "title:lease" },
  {
    name: "in",
    also: [],
    values: "words",
    words: ["library", "trash"],
    takesNames: true,
    example: 'in:"Office move/Contracts"',
  },
  { name: "is", also: [], values: "words", words: claims, example: "is:unread-by-me" },
  { name: "has", also: [], values: "words", words: ["attachment"], example: "has:attachment" },
  { name: "after", also: [], values: "day", example: "after:2025" },
  { name: "before", also: [], values: "day", example: "before:2026-03" },
  { name: "date", also: ["on", "dated", "year"], values: "day", example: 'date:"march 2026"' },
  { name: "added", also: ["uploaded"], values: "day", example: 'added:"last week"' },
  { name: "amount", also: ["sum"], values: "amount", example: "amount>5000" },
];

/** Returns the key with this name or spelling. */
export function keyOf(written: string): Key | undefined {
  const lower = written.toLowerCase();
  return keys.find(({ name, also }) => name === lower || also.includes(lower));
}

const spellings = new Map([["unread", "unread-by-me"]]);

/** Returns a word of a key's list in its canonical spelling; undefined if the key has no such word. */
export function wordOf(key: Key, written: string): string | undefined {
  const lower = written.toLowerCase().replaceAll(" ", key.name === "status" ? "_" : "-");
  const meant = spellings.get(lower) ?? lower;
  const dashed = key.name === "status" ? meant.replaceAll("-", "_") : meant;
  return key.words?.find((word) => word === dashed);
}

/** Returns the name of the field that a key names (`field.invoice-number`), or null for a key that names none. */
export function fieldOf(key: string): string | null {
  return key.startsWith("field.") ? key.slice("field.".length) : null;
}
