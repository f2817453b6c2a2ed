import type { NewRule, StoredRule } from "@besunny/db/privacy/retention/retention-rules";
import { z } from "zod";
import { projectId, retentionRuleId, sourceId } from "../../ids";
import { count, idIn, instant } from "../../shapes";
import { DAYS_TOLD_BEFORE, retentionStarts, retentionUnits } from "./retention-words";

const DAY_MS = 86_400_000;
/** The id of a rule in a preview that is not saved. */
const TRIED = "ret_tried";

/** A rule that says how long documents are kept: those of a type, in a project and from a source. Without a condition it is for all documents. */
export const RetentionDraft = z.object({
  name: z.string().trim().min(1).max(120),
  type: z.string().min(1).max(60).nullable().default(null),
  projectId: projectId.nullable().default(null),
  sourceId: sourceId.nullable().default(null),
  amount: z.number().int().min(1).max(1200),
  unit: z.enum(retentionUnits),
  countsFrom: z.enum(retentionStarts).default("dated"),
  trashDays: z.number().int().min(1).max(365).default(30),
});
export type RetentionDraft = z.output<typeof RetentionDraft>;

/** A rule with what it decides now. `due` documents go to the trash within a week; `held` ones stay for as long as a hold is in force. */
export const RetentionRule = z.object({
  id: idIn("ret"),
  name: z.string(),
  type: z.string().nullable(),
  projectId: z.string().nullable(),
  projectName: z.string().nullable(),
  sourceId: z.string().nullable(),
  sourceName: z.string().nullable(),
  amount: count,
  unit: z.enum(retentionUnits),
  countsFrom: z.enum(retentionStarts),
  trashDays: count,
  createdAt: instant,
  decided: count,
  held: count,
  due: count,
  nextAt: instant.nullable(),
});
export type RetentionRule = z.output<typeof RetentionRule>;

/** The input of a preview: a rule that is not saved, in place of a saved one if it has its id. */
export const Tried = RetentionDraft.omit({ name: true }).extend({
  id: retentionRuleId.optional(),
});
export type Tried = z.output<typeof Tried>;

/** Returns the saved rules with a tried one among them, and its id there. */
export function rulesWith(saved: readonly StoredRule[], { id, ...draft }: Tried) {
  const ruleId = id ?? TRIED;
  return {
    ruleId,
    rules: [...saved.filter((each) => each.id !== id), { id: ruleId, ...draft }],
  };
}

/** Returns the moment by which a document must be due to go to the trash next: people are notified a week before. */
export function toldUntil(now: Date): Date {
  return new Date(now.getTime() + DAYS_TOLD_BEFORE * DAY_MS);
}

/** Returns when a document goes to the trash at the earliest, and when it is erased from there. */
export function daysOf(due: Date, { now, trashDays }: { now: Date; trashDays: number }) {
  const trashAt = new Date(Math.max(due.getTime(), toldUntil(now).getTime()));
  return { trashAt, eraseAt: new Date(trashAt.getTime() + trashDays * DAY_MS) };
}

/** Returns the fields of a rule for the audit log. */
export function told({ name, type, projectId: project, sourceId: source, ...rule }: NewRule) {
  return { name, type, project, source, ...rule };
}
