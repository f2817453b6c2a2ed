import type { Comparison } from "@besunny/rules/conditions";

import type { VocabularyField } from "./vocabulary";

/** The things that the value of a field is chosen from; null where it is written. */
export type Listed = "types" | "projects" | "people" | "sources" | "tags" | "states" | "endpoints";

const listed: Record<string, Listed> = {
  "doc.type": "types",
  "doc.projects": "projects",
  "doc.tags": "tags",
  "doc.status": "states",
  "source.id": "sources",
  "actor.id": "people",
};

export function valuesOf({ path }: Pick<VocabularyField, "path">): Listed | null {
  return Object.hasOwn(listed, path) ? (listed[path] ?? null) : null;
}

/** The number and the kind of values that a comparison takes. */
export type Taken = "nothing" | "one" | "several" | "span" | "days";

const taken: Partial<Record<Comparison, Taken>> = {
  isKnown: "nothing",
  isUnknown: "nothing",
  isYes: "nothing",
  isNo: "nothing",
  isEmpty: "nothing",
  isOneOf: "several",
  isNoneOf: "several",
  hasAny: "several",
  hasNone: "several",
  between: "span",
  inNextDays: "days",
  inLastDays: "days",
  moreDaysAgo: "days",
  moreDaysAway: "days",
};

export function takenBy(is: Comparison): Taken {
  return taken[is] ?? "one";
}
