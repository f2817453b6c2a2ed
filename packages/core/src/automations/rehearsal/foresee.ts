import type { Definition } from "@besunny/rules/definition";
import { evaluate, type Truth } from "@besunny/rules/evaluate";
import type { Catalogue } from "@besunny/rules/fields";

import { principals } from "../../access/policy";
import type { PlanWorld, Subject } from "../actions/action";
import { actionNamed } from "../actions/registry";
import { approversOf } from "../approvals/approvers-of";
import { couldBegin } from "../contract/fits";
import { linesOf, lookAt, programOf, type StepLine, traceOf, type Way } from "../contract/walk";
import type { ForeseenLine } from "./shapes";

const HOUR_MS = 3_600_000;
/** The most steps that are foreseen of one document: each question splits the way in two. */
const MOST_LINES = 400;

type Given = { definition: Definition; catalogue: Catalogue; world: PlanWorld; subject: Subject };
export type Foreseen = {
  truth: Truth;
  trace: NonNullable<StepLine["trace"]>;
  lines: ForeseenLine[];
};

/**
 * Returns all that an automation would do with a document, step by step. It holds nothing to act with. A question is answered in both ways:
 * `after` of a line names the answers that lead to it.
 */
export function foresee(given: Given): Foreseen {
  const { definition, catalogue, subject } = given;
  if (!couldBegin(definition.trigger, subject)) return { truth: "no", trace: [], lines: [] };
  const trace = definition.when ? traceOf(definition.when, catalogue, subject) : null;
  const told = trace ? linesOf(trace) : [];
  if (trace && trace.truth !== "yes") return { truth: trace.truth, trace: told, lines: [] };
  return { truth: "yes", trace: told, lines: linesFrom(given) };
}

/** Returns the lines alone, of an automation whose condition is true; none if it is not. Nothing is explained, so it is quicker. */
export function linesIfTrue(given: Given): ForeseenLine[] {
  const { definition, catalogue, subject } = given;
  if (!couldBegin(definition.trigger, subject)) return [];
  if (definition.when) {
    const program = programOf(definition.when, catalogue);
    if (!program || evaluate(program, subject.record) !== "yes") return [];
  }
  return linesFrom(given);
}

function linesFrom({ definition, catalogue, world, subject }: Given): ForeseenLine[] {
  const lines: ForeseenLine[] = [];
  const broughtBy = subject.document.uploadedById;
  follow(definition.start, world, subject, []);
  return lines;

  function follow(
    start: string | null,
    from: PlanWorld,
    before: Subject,
    after: ForeseenLine["after"],
  ): void {
    let [id, at, current] = [start, from, before];
    const sees = principals(world.actor);
    while (id !== null) {
      const keep = (line: StepLine, more: Partial<ForeseenLine> = {}) =>
        lines.push({ ...lineOf(line), after, way: null, ...more });
      const fail = (because: string) =>
        keep({ node: id ?? "", kind: "step", at: null, outcome: "failed", because });
      if (lines.length >= MOST_LINES) {
        fail("The automation has too many ways to follow all of them.");
        return;
      }
      if (!current.document.access.some((each) => sees.includes(each))) {
        fail(`${world.actor.name} does not see the document.`);
        return;
      }
      const look = lookAt(id, { definition, catalogue, world: at, subject: current });
      switch (look.kind) {
        case "fail":
          keep(look.line);
          return;
        case "go":
          keep(look.line, { way: look.way });
          id = look.next;
          break;
        case "act": {
          const action = actionNamed(look.plan.change.action);
          keep(look.line, { way: "next", isReversible: action?.isReversible ?? false });
          current = action?.foresee(at, current, look.plan.change) ?? current;
          id = look.next;
          break;
        }
        case "wait": {
          keep(look.line, { way: "next", hours: look.hours });
          const now = new Date(at.now.getTime() + look.hours * HOUR_MS);
          at = { ...at, now };
          current = { ...current, record: { ...current.record, now } };
          id = look.next;
          break;
        }
        case "ask": {
          const { node } = look;
          const asked = approversOf(node.approvers, {
            people: at.people,
            document: current.document,
            notThem: node.allowSelf ? null : broughtBy,
          });
          if (asked.length < node.needed) {
            fail(
              `${node.needed} must agree, and ${asked.length} of those who are asked see the document.`,
            );
            return;
          }
          keep(look.line, { asked });
          for (const answer of ["yes", "no"] as const)
            follow(node[answer], at, current, [...after, { node: node.id, answer }]);
          return;
        }
      }
    }
  }
}

function lineOf({ node, kind, outcome, because, change }: StepLine) {
  return { node, kind, outcome, because, ...(change && { change }) };
}

/** Returns the edge of a drawing that a line leaves its step by. */
export const edgeOf = (node: string, way: Way): string => `${node} ${way}`;
