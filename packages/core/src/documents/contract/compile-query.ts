import type {
  DocumentCondition,
  FactValue,
} from "@besunny/db/workspace/documents/document-condition";

import type { Actor } from "../../access/actor";
import { dayRange } from "./grammar/day-range";
import { fieldOf } from "./grammar/keys";
import type { Condition, Part } from "./grammar/query";
import { readAmounts } from "./grammar/read-amount";
import { readYesOrNo } from "./grammar/read-yes-or-no";

/** The asker and the moment: "mine" and "last week" mean something else for others and later. */
export type Asking = {
  actor: Actor;
  now: Date;
  /** True: words are looked for in the text of documents too. */
  isInText?: boolean;
};

const senders = [
  "sender",
  "supplier",
  "issuer",
  "employer",
  "insurer",
  "bank",
  "author",
  "reporter",
  "company",
  "manufacturer",
];
const parties = [
  ...senders,
  "party",
  "customer",
  "recipient",
  "employee",
  "plaintiff",
  "defendant",
  "policyholder",
  "account holder",
  "holder",
  "owner",
];

/** Returns the parts of a query as conditions on documents. Words are looked for in titles and names of files. */
export function compileQuery(parts: readonly Part[], asking: Asking): DocumentCondition[] {
  return parts.map((part) => compilePart(part, asking));
}

/** Returns whether the query asks for the trash. */
export function asksForTrash(parts: readonly Part[]): boolean {
  return parts.some(
    (part) => part.kind === "condition" && part.key === "in" && part.values.includes("trash"),
  );
}

function compilePart(part: Part, asking: Asking): DocumentCondition {
  switch (part.kind) {
    case "word":
    case "phrase": {
      // "plan," is the word and a comma that somebody wrote behind it.
      const bare = part.text.replaceAll(/^\p{Ps}+|[,.;:!?…\p{Pe}]+$/gu, "") || part.text;
      return { kind: asking.isInText ? "worded" : "titled", text: bare };
    }
    case "not":
      return { kind: "not", of: compilePart(part.of, asking) };
    case "any":
    case "all":
      return { kind: part.kind, of: part.of.map((each) => compilePart(each, asking)) };
    case "condition":
      return compileCondition(part, asking);
  }
}

const anything: DocumentCondition = { kind: "all", of: [] };
const anyOf = (of: DocumentCondition[]): DocumentCondition => ({ kind: "any", of });

function compileCondition({ key, is, values }: Condition, asking: Asking): DocumentCondition {
  const field = fieldOf(key);
  if (field !== null) return anyOf(values.map((value) => fieldIs(field, is, value, asking.now)));
  const [value = ""] = values;
  switch (key) {
    case "type":
      return {
        kind: "type",
        types: values.map((each) => (each.toLowerCase() === "none" ? null : each)),
      };
    case "status":
      return { kind: "status", statuses: values };
    case "language":
      return { kind: "language", languages: values.map((each) => each.toLowerCase()) };
    case "project":
      return { kind: "project", projects: values };
    case "tag":
      return {
        kind: "tagged",
        tags: values.map((each) => (each.toLowerCase() === "none" ? null : each)),
      };
    case "title":
      return anyOf(values.map((text) => ({ kind: "titled", text })));
    case "entity":
      return anyOf(values.map((name) => ({ kind: "entity", name })));
    case "party":
      return anyOf(values.map((text) => factHolds(parties, text)));
    case "from":
      return anyOf(
        values.flatMap((name): DocumentCondition[] => [
          factHolds(senders, name),
          { kind: "uploader", name },
        ]),
      );
    case "amount":
      return {
        kind: "fact",
        names: null,
        value: numberValue(is, value, true) ?? { kind: "text", text: value },
      };
    case "added":
      return {
        kind: "added",
        ...(dayRange(key, is, value, asking.now) ?? { from: null, to: null }),
      };
    case "after":
    case "before":
    case "date":
      return {
        kind: "dated",
        ...(dayRange(key, is, value, asking.now) ?? { from: null, to: null }),
      };
    case "in": {
      const paths = foldersOf(values);
      // The trash is chosen for the whole query.
      return paths.length > 0 ? { kind: "folder", paths } : anything;
    }
    case "is":
    case "has":
      return anyOf(values.map((claim) => claimHolds(key, claim, asking.actor)));
    default:
      return anything;
  }
}

/** Returns the paths of folders among the values of `in:`; null is documents in no folder. */
function foldersOf(values: readonly string[]): (string | null)[] {
  return values
    .filter((value) => value !== "library" && value !== "trash")
    .map((value) => value.replaceAll(/^\/+|\/+$/g, "") || null)
    .map((path) => (path?.toLowerCase() === "none" ? null : path));
}

/** Returns the folder that a query is narrowed to, such as `Office move/Contracts`; null for none and for several. */
export function folderAsked(parts: readonly Part[]): string | null {
  const asked = parts.flatMap((part) =>
    part.kind === "condition" && part.key === "in" ? foldersOf(part.values) : [],
  );
  return asked.length === 1 ? (asked[0] ?? null) : null;
}

function claimHolds(key: string, claim: string, actor: Actor): DocumentCondition {
  if (key === "has") return { kind: "hasAttachment" };
  const userId = actor.kind === "user" ? actor.id : "";
  switch (claim) {
    case "unread-by-me":
      return { kind: "not", of: { kind: "openedBy", userId } };
    case "mine":
      return { kind: "uploadedBy", userId };
    case "personal":
      return { kind: "personal" };
    case "corrected":
      return { kind: "corrected" };
    case "duplicate":
      return { kind: "duplicate" };
    case "sensitive":
      return { kind: "sensitive" };
    default:
      return { kind: "isAttachment" };
  }
}

function factHolds(names: readonly string[], text: string): DocumentCondition {
  return { kind: "fact", names, value: { kind: "text", text } };
}

/** Returns the condition that a field has a value, be it of a card or of the workspace. The value may be text, a number or a day. */
function fieldIs(field: string, is: Condition["is"], value: string, now: Date): DocumentCondition {
  const names = [...new Set([field, field.replaceAll("-", " ")])];
  if (is === ":" && value.toLowerCase() === "none")
    return {
      kind: "not",
      of: anyOf([
        { kind: "fact", names, value: { kind: "any" } },
        { kind: "field", key: field, value: { kind: "any" } },
      ]),
    };
  const days = dayRange("date", is, value, now);
  const readings: (FactValue | null)[] = [
    is === ":" ? { kind: "text", text: value } : null,
    numberValue(is, value, false),
    days && { kind: "days", ...days },
  ];
  const isYes = is === ":" ? readYesOrNo(value) : null;
  return anyOf([
    ...readings.flatMap((read): DocumentCondition[] =>
      read
        ? [
            { kind: "fact", names, value: read },
            { kind: "field", key: field, value: read },
          ]
        : [],
    ),
    ...(isYes === null
      ? []
      : [{ kind: "field" as const, key: field, value: { kind: "boolean" as const, isYes } }]),
  ]);
}

function numberValue(is: string, value: string, isMoney: boolean): FactValue | null {
  const range = readAmounts(is, value);
  return range && { kind: "number", isMoney, ...range };
}
