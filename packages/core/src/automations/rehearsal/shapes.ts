import type { StoredRehearsal, StoredRehearsalRow } from "@besunny/db/automations/rehearsals";
import { truths } from "@besunny/rules/evaluate";
import { z } from "zod";

import { count, idIn, instant } from "../../shapes";
import { StepLine } from "../contract/walk";

export const rehearsalStates = ["running", "stopped", "done", "failed"] as const;
export const rehearsalMarks = ["changes", "asks", "sends", "refused", "conflicts"] as const;

/** A step that an automation would come to with a document. */
export const ForeseenLine = StepLine.omit({ at: true, trace: true })
  .extend({
    after: z
      .array(z.object({ node: z.string(), answer: z.enum(["yes", "no"]) }))
      .meta({ description: "The answers of people that lead here; none if it is sure" }),
    way: z
      .union([z.enum(["next", "yes", "no", "otherwise"]), count])
      .nullable()
      .meta({ description: "The way out of the step; a number is a case of a choice" }),
    isReversible: z.boolean().optional(),
    asked: z.array(z.string()).optional(),
    hours: count.optional(),
  })
  .meta({ id: "ForeseenLine" });
export type ForeseenLine = z.infer<typeof ForeseenLine>;

const held = z.union([z.string(), z.array(z.string()), z.null()]);

/** Another published automation that begins by the same trigger and would give the field another value. */
export const RehearsedConflict = z
  .object({
    automationId: idIn("atm"),
    field: z.string(),
    ours: held,
    theirs: held,
  })
  .meta({ id: "RehearsedConflict" });
export type RehearsedConflict = z.infer<typeof RehearsedConflict>;

const Outcomes = z.object({
  changed: count,
  nothing: count,
  refused: count,
  failed: count,
  asked: count,
});

/** The documents that come to a step: surely, and after an answer of people. */
const StepCounts = z.object({ sure: Outcomes, afterYes: Outcomes, afterNo: Outcomes });
export type StepCounts = z.infer<typeof StepCounts>;

/** The sums of a rehearsal. */
export const RehearsalCounts = z
  .object({
    yes: count,
    no: count,
    unknown: count,
    changing: count.meta({ description: "Documents that surely change" }),
    failing: count.meta({ description: "Documents with a step that fails or is refused" }),
    sending: count.meta({ description: "Messages and requests" }),
    irreversible: count.meta({ description: "Changes that cannot be taken back" }),
    conflicting: count,
    processedAgain: count,
    longestWaitHours: count,
    edges: z
      .record(z.string(), count)
      .meta({ description: "By step and way out of it, such as `check yes`" }),
    steps: z.record(z.string(), StepCounts),
    people: z.record(z.string(), count).meta({ description: "Questions by person" }),
    conflicts: z
      .record(z.string(), count)
      .meta({ description: "Documents by automation and field" }),
  })
  .meta({ id: "RehearsalCounts" });
export type RehearsalCounts = z.infer<typeof RehearsalCounts>;

export const noCounts: RehearsalCounts = {
  yes: 0,
  no: 0,
  unknown: 0,
  changing: 0,
  failing: 0,
  sending: 0,
  irreversible: 0,
  conflicting: 0,
  processedAgain: 0,
  longestWaitHours: 0,
  edges: {},
  steps: {},
  people: {},
  conflicts: {},
};

/** A rehearsal as lists show it. */
export const Rehearsal = z
  .object({
    id: idIn("arh"),
    automation: z.object({ id: idIn("atm"), name: z.string() }),
    version: count.nullable().meta({ description: "Null: the draft was rehearsed" }),
    filter: z.record(z.string(), z.unknown()),
    at: instant.meta({ description: "The moment that all conditions took for now" }),
    askedBy: z.object({ id: idIn("usr"), name: z.string() }).nullable(),
    state: z.enum(rehearsalStates),
    total: count.nullable().meta({ description: "Null until the first part was looked at" }),
    looked: count,
    counts: RehearsalCounts,
    error: z.string().nullable(),
    endedAt: instant.nullable(),
  })
  .meta({ id: "Rehearsal" });

/** A rehearsal with names, and with what applying it costs and takes. */
export const RehearsalDetail = Rehearsal.extend({
  batchId: idIn("bat").nullable().meta({ description: "The batch by which it was applied" }),
  undo: z
    .object({
      state: z.enum(["running", "done"]).nullable(),
      changes: count,
      undone: count,
      kept: count.meta({ description: "Changes that could not be taken back" }),
    })
    .nullable()
    .meta({ description: "Null until it was applied" }),
  isCurrent: z.boolean().meta({ description: "The draft or version is still as it was rehearsed" }),
  people: z.array(z.object({ id: idIn("usr"), name: z.string(), questions: count })),
  conflicts: z.array(
    z.object({
      automation: z
        .object({ id: idIn("atm"), name: z.string() })
        .nullable()
        .meta({
          description: "Null: an automation that the caller does not see",
        }),
      field: z.string(),
      documents: count,
    }),
  ),
  costMicro: z
    .number()
    .nullable()
    .meta({ description: "Millionths of the currency, by the last 90 days; null: unknown" }),
  seconds: z
    .number()
    .nullable()
    .meta({ description: "The work without waits, by the last 90 days; null: unknown" }),
}).meta({ id: "RehearsalDetail" });

/** A document of a rehearsal. */
export const RehearsedRow = z
  .object({
    document: z.object({ id: idIn("doc"), title: z.string(), type: z.string().nullable() }),
    truth: z.enum(truths),
    trace: StepLine.shape.trace.unwrap(),
    lines: z.array(ForeseenLine),
    conflicts: z.array(RehearsedConflict),
  })
  .meta({ id: "RehearsedRow" });

/** Returns a rehearsal as lists show it. */
export function toldRehearsal(row: StoredRehearsal): z.infer<typeof Rehearsal> {
  const { id, automationId, automation, version, at, askedBy, total, looked, error, endedAt } = row;
  return {
    ...{ id, version, at, askedBy, total, looked, error, endedAt },
    automation: { id: automationId, name: automation.name },
    filter: z.record(z.string(), z.unknown()).parse(row.filter),
    state: z.enum(rehearsalStates).parse(row.state),
    counts: RehearsalCounts.parse(row.counts),
  };
}

/** Returns a document of a rehearsal as lists show it. */
export function toldRow(row: StoredRehearsalRow): z.infer<typeof RehearsedRow> {
  return {
    document: { id: row.documentId, ...row.document },
    truth: z.enum(truths).parse(row.truth),
    trace: RehearsedRow.shape.trace.parse(row.trace),
    lines: z.array(ForeseenLine).parse(row.lines),
    conflicts: z.array(RehearsedConflict).parse(row.conflicts),
  };
}
