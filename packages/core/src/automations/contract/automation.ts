import type { StoredAutomation } from "@besunny/db/automations/automations";
import { checkDefinition } from "@besunny/rules/check-definition";
import { Definition } from "@besunny/rules/definition";
import { type Problem, problemCodes } from "@besunny/rules/problem";
import { sentenceOf } from "@besunny/rules/sentence";
import { z } from "zod";

import type { Actor, Person } from "../../access/actor";
import { personOf } from "../../access/person-of";
import { may } from "../../access/policy";
import { AppError, notFound } from "../../errors";
import type { Language } from "../../language";
import { count, idIn, instant } from "../../shapes";
import { namingOf } from "./naming";
import { problemsOfTimes } from "./next-at";
import { type Surroundings, worldOf } from "./world";

export const automationStates = ["draft", "on", "paused", "ended"] as const;
export const pauseReasons = ["person", "storm", "owner", "invalid"] as const;
export const languageInput = z.enum(["en", "de"]).default("en").meta({
  description: "The language of sentences",
});

/** The most automations that a workspace has, without those that were ended. */
export const MOST_AUTOMATIONS = 500;

/** A mistake with its place: `path` leads to it in the definition, `start` and `end` are its letters in a text. */
export const ProblemShape = z
  .object({
    code: z.enum(problemCodes),
    message: z.string(),
    path: z.array(z.union([z.string(), z.number()])),
    start: count.optional(),
    end: count.optional(),
    near: z.string().optional(),
  })
  .meta({ id: "AutomationProblem" });

const person = z.object({ id: idIn("usr"), name: z.string() }).nullable();

export const AutomationSummary = z
  .object({
    id: idIn("atm"),
    name: z.string(),
    owner: person,
    state: z.enum(automationStates),
    pausedBecause: z.enum(pauseReasons).nullable(),
    publishedVersion: count.nullable(),
    trigger: z.string(),
    sentence: z.string(),
    priority: z.number().int(),
    stormLimit: count,
    mayChange: z.boolean(),
    revision: count,
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: "Automation" });
export type AutomationSummary = z.infer<typeof AutomationSummary>;

/** An automation with its draft, and what is wrong with the draft now. */
export const AutomationDetail = AutomationSummary.extend({
  definition: Definition.meta({ description: "The draft" }),
  problems: z.array(ProblemShape),
}).meta({ id: "AutomationDetail" });

export const AutomationVersion = z
  .object({
    number: count,
    definition: Definition,
    sentence: z.string(),
    note: z.string(),
    madeBy: person,
    madeAt: instant,
    isPublished: z.boolean(),
  })
  .meta({ id: "AutomationVersion" });

/** Returns who reads, and whether they see the automations of others. */
export function readerOf(actor: Actor): { id: string; seesAll: boolean } {
  const { id } = personOf(actor);
  return { id, seesAll: may(actor, "automation.manageAll") };
}

/** Returns a stored definition. Throws `CONFLICT` for one of another version of the shape. */
export function definitionOf(stored: unknown): Definition {
  const read = Definition.safeParse(stored);
  if (read.success) return read.data;
  throw new AppError("CONFLICT", "This automation was written by another version of BeSunny", {
    hint: "Make it again, or update BeSunny.",
  });
}

/** Returns the automation as lists show it. */
export function summaryOf(
  row: StoredAutomation,
  definition: Definition,
  { actor, surroundings, language }: Telling,
): AutomationSummary {
  return {
    id: row.id,
    name: row.name,
    owner: row.owner,
    state: z.enum(automationStates).parse(row.state),
    pausedBecause: z.enum(pauseReasons).nullable().parse(row.pausedBecause),
    publishedVersion: row.publishedVersion,
    trigger: definition.trigger.kind,
    sentence: sentenceOf(definition, namingOf(surroundings, language)),
    priority: row.priority,
    stormLimit: row.stormLimit,
    mayChange: mayChange(actor, row),
    revision: row.revision,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

type Telling = { actor: Actor; surroundings: Surroundings; language: Language };

/** Returns whether a person may change an automation: their own, or any as an owner or admin of the workspace. */
export function mayChange(actor: Actor, { owner, state }: StoredAutomation): boolean {
  if (state === "ended") return false;
  return may(actor, "automation.manageAll") || owner?.id === personOf(actor).id;
}

/** Returns an automation that the caller may change. Throws `NOT_FOUND` or `CONFLICT`. */
export async function mustChangeAutomation(
  { automations, actor }: { automations: Finding; actor: Actor },
  id: string,
): Promise<StoredAutomation & { by: Person }> {
  const row = (await automations.find(id, readerOf(actor))) ?? notFound("Automation", id);
  if (row.state === "ended")
    throw new AppError("CONFLICT", `“${row.name}” was ended`, { hint: "Make a new one." });
  return { ...row, by: personOf(actor) };
}

type Finding = {
  find(id: string, reader: { id: string; seesAll: boolean }): Promise<StoredAutomation | null>;
};

/** Returns what is wrong with a definition now. */
export function problemsOf(definition: Definition, surroundings: Surroundings): Problem[] {
  return [
    ...checkDefinition(definition, worldOf(surroundings)),
    ...problemsOfTimes(definition.trigger),
  ];
}
