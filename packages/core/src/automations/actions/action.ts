import type { Document } from "@besunny/db/workspace/documents/document-row";
import type { Approver } from "@besunny/rules/definition";
import type { Problem } from "@besunny/rules/problem";
import type { RuleRecord } from "@besunny/rules/record";
import type { z } from "zod";

import type { Person } from "../../access/actor";
import type { Caller } from "../../operation/caller";

/** A value of a document before or after a change. */
export type Held = string | string[] | null;

/** The thing that an action would change of one document. What it would do and what it does are this one object. */
export type Change = {
  action: string;
  documentId: string;
  field: string;
  before: Held;
  after: Held;
  /** Ids that `perform` needs and nobody reads. */
  with?: Record<string, string | string[] | null>;
};

/** The result of planning: a change, nothing, or a refusal. */
export type Plan =
  | { kind: "change"; change: Change }
  | { kind: "nothing"; because: string }
  | { kind: "refused"; because: string };

/** The step of a run that a change is done for. `key` is the same in every try of it. */
export type Doing = { key: string };

/** The world that a plan looks at. It holds no way to change anything. */
export type PlanWorld = {
  actor: Person;
  now: Date;
  types: ReadonlySet<string>;
  projects: ReadonlyMap<
    string,
    { id: string; name: string; isRestricted: boolean; isArchived: boolean }
  >;
  people: ReadonlyMap<
    string,
    {
      id: string;
      name: string;
      role: string;
      principals: readonly string[];
      leads: readonly string[];
    }
  >;
  endpoints: ReadonlyMap<string, Endpoint>;
};

/** A webhook of the workspace that a step can send to. */
export type Endpoint = {
  id: string;
  name: string;
  url: string;
  isOn: boolean;
  projectIds: readonly string[];
};

/** The document as it is at that moment. */
export type Subject = { document: Document; record: RuleRecord };

/** The things that an input names; whatever is gone is refused when the automation is published. */
export type Named = {
  kind: "project" | "person" | "type" | "endpoint";
  id: string;
  path: (string | number)[];
};

type Naming = { nameOf(id: string): string; whom(approver: Approver): string };

type Described<Input> = {
  name: string;
  /** The field of a document that it changes. */
  field: string;
  input: z.ZodType<Input>;
  isReversible: boolean;
  /** Texts of the input that are templates. */
  templates?(input: Input): { text: string; path: (string | number)[] }[];
  names?(input: Input): Named[];
  /** The values for the sentence `action.<name>`. Ids become names. */
  words(input: Input, naming: Naming): Record<string, string>;
  plan(world: PlanWorld, subject: Subject, input: Input): Plan;
  /** Returns the document as it would be after the change, for the steps that come later. */
  foresee(world: PlanWorld, subject: Subject, change: Change): Subject;
  /** Does what was planned, by operations, in the rights of the caller. Done twice, it is as if it was done once. */
  perform(caller: Caller, change: Change, doing: Doing): Promise<void>;
  undo?(caller: Caller, change: Change, doing: Doing): Promise<void>;
};

/** An action as the registry holds it: its input is checked before anything else. */
export type AutomationAction = {
  name: string;
  field: string;
  input: z.ZodType;
  isReversible: boolean;
  problemsOf(input: unknown): Problem[];
  templates(input: unknown): { text: string; path: (string | number)[] }[];
  names(input: unknown): Named[];
  words(input: unknown, naming: Naming): Record<string, string>;
  plan(world: PlanWorld, subject: Subject, input: unknown): Plan;
  foresee(world: PlanWorld, subject: Subject, change: Change): Subject;
  perform(caller: Caller, change: Change, doing: Doing): Promise<void>;
  undo: ((caller: Caller, change: Change, doing: Doing) => Promise<void>) | null;
};

/** Declares an action. One without a plan does not compile. */
export function action<Input>(of: Described<Input>): AutomationAction {
  const { name, field, input, isReversible, foresee, perform, undo } = of;
  const read = (given: unknown) => input.safeParse(given).data;
  return {
    name,
    field,
    input,
    isReversible,
    problemsOf(given) {
      const { error } = input.safeParse(given);
      return (error?.issues ?? []).map(({ message, path }) => ({
        code: "input",
        message,
        path: path.map((part) => (typeof part === "symbol" ? String(part) : part)),
      }));
    },
    templates(given) {
      const known = read(given);
      return known === undefined ? [] : (of.templates?.(known) ?? []);
    },
    names(given) {
      const known = read(given);
      return known === undefined ? [] : (of.names?.(known) ?? []);
    },
    words(given, naming) {
      const known = read(given);
      return known === undefined ? {} : of.words(known, naming);
    },
    plan(world, subject, given) {
      const known = read(given);
      return known === undefined
        ? { kind: "refused", because: "The step has no valid input." }
        : of.plan(world, subject, known);
    },
    foresee,
    perform,
    undo: undo ?? null,
  };
}

/** Returns a change, or nothing if the document is so already. */
export function changeOf(change: Change, already: string): Plan {
  const isSame = JSON.stringify(change.before) === JSON.stringify(change.after);
  return isSame ? { kind: "nothing", because: already } : { kind: "change", change };
}

/** Returns the texts of a value that a change holds. */
export function listOf(held: Held | undefined): string[] {
  if (held === null || held === undefined) return [];
  return typeof held === "string" ? [held] : held;
}

/** Returns the text of a value that a change holds. */
export function textOf(held: Held | undefined): string {
  return listOf(held)[0] ?? "";
}
