import { retentionStarts, retentionUnits } from "@besunny/api/browser/vocabulary";

import type { Rule } from "./rule";

/** The fields of the form. Empty conditions fit all documents. */
export type RuleDraft = {
  name: string;
  type: string | null;
  projectId: string | null;
  sourceId: string | null;
  amount: number;
  unit: (typeof retentionUnits)[number];
  countsFrom: (typeof retentionStarts)[number];
  trashDays: number;
};

const atFirst: RuleDraft = {
  name: "",
  type: null,
  projectId: null,
  sourceId: null,
  amount: 10,
  unit: "years",
  countsFrom: "dated",
  trashDays: 30,
};

/** Returns the fields of a rule, or those of a new one. */
export function draftOf(rule: Rule | null): RuleDraft {
  if (!rule) return atFirst;
  const { name, type, projectId, sourceId, amount, unit, countsFrom, trashDays } = rule;
  return { name, type, projectId, sourceId, amount, unit, countsFrom, trashDays };
}

export function unitOf(value: string): RuleDraft["unit"] {
  return retentionUnits.find((unit) => unit === value) ?? "years";
}

export function startOf(value: string): RuleDraft["countsFrom"] {
  return retentionStarts.find((start) => start === value) ?? "dated";
}
