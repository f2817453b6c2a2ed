import type { Condition } from "@besunny/rules/conditions";
import type { Definition, Node as Step } from "@besunny/rules/definition";

import { freeId } from "./edits";

/** The choice of what to add: a step of a kind, or an action by its name. */
export type Choice = Exclude<Step["kind"], "action"> | { action: string };

/** Returns a step as it is before anybody has filled it in. */
export function newStep(definition: Definition, choice: Choice, question: string): Step {
  const of = (word: string) => freeId(definition, word);
  if (typeof choice === "object")
    return { id: of(choice.action), kind: "action", action: choice.action, input: {}, next: null };
  switch (choice) {
    case "approval":
      return { ...anApproval(of("ask"), question), yes: null, no: null };
    case "if":
      return { id: of("check"), kind: "if", when: noCondition(), yes: null, no: null };
    case "branch":
      return {
        id: of("choose"),
        kind: "branch",
        cases: [{ label: "", when: noCondition(), next: null }],
        otherwise: null,
      };
    case "wait":
      return { id: of("wait"), kind: "wait", hours: 24, next: null };
    case "stop":
      return { id: of("stop"), kind: "stop", note: "" };
  }
}

/** Returns an approval that asks nobody yet, with the usual answers to what if. */
export function anApproval(id: string, question: string) {
  return {
    id,
    kind: "approval" as const,
    question,
    approvers: [],
    needed: 1,
    allowSelf: false,
    hours: 72,
    onTimeout: "reject" as const,
    escalateTo: [],
  };
}

/** Returns a condition without any rows. */
export function noCondition(): Condition {
  return { rows: { match: "all", of: [] } };
}
