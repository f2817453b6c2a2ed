import type { Program } from "@besunny/rules/check";
import type { Condition } from "@besunny/rules/conditions";
import type { Definition, Node } from "@besunny/rules/definition";
import { explain, prepare, type Trace, truths } from "@besunny/rules/evaluate";
import type { Catalogue } from "@besunny/rules/fields";
import { render } from "@besunny/rules/template";
import { z } from "zod";

import type { Plan, PlanWorld, Subject } from "../actions/action";
import { linkOf } from "../actions/link-of";
import { actionNamed } from "../actions/registry";

/** One line of the explanation of a run: a step, what it saw, and what came of it. */
export const StepLine = z
  .object({
    node: z.string(),
    kind: z.string(),
    at: z.string().nullable(),
    outcome: z.enum([
      "began",
      "yes",
      "no",
      "unknown",
      "case",
      "otherwise",
      "changed",
      "nothing",
      "refused",
      "failed",
      "asked",
      "approved",
      "rejected",
      "passed",
      "expired",
      "changed-since",
      "waited",
      "stopped",
      "retried",
    ]),
    because: z.string().nullable(),
    trace: z
      .array(
        z.object({
          text: z.string(),
          truth: z.enum(truths),
          seen: z.array(
            z.object({
              path: z.string(),
              value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]),
            }),
          ),
        }),
      )
      .optional(),
    change: z
      .object({
        action: z.string(),
        field: z.string(),
        before: z.union([z.string(), z.array(z.string()), z.null()]),
        after: z.union([z.string(), z.array(z.string()), z.null()]),
      })
      .optional(),
  })
  .meta({ id: "AutomationStepLine" });
export type StepLine = z.infer<typeof StepLine>;

/** The way out of a step, as drawings name it. A number is a case of a choice. */
export type Way = "next" | "yes" | "no" | "otherwise" | number;

/** The result of looking at a step. Nothing is done yet. */
export type Look =
  | { kind: "go"; line: StepLine; way: Way | null; next: string | null }
  | { kind: "act"; line: StepLine; plan: Extract<Plan, { kind: "change" }>; next: string | null }
  | { kind: "wait"; line: StepLine; hours: number; next: string | null }
  | { kind: "ask"; line: StepLine; node: Extract<Node, { kind: "approval" }>; question: string }
  | { kind: "fail"; line: StepLine };

const programs = new WeakMap<Catalogue, WeakMap<Condition, Program | null>>();

/** Returns the program of a condition, compiled once for a catalogue; null if it has a mistake now. */
export function programOf(condition: Condition, catalogue: Catalogue): Program | null {
  const kept = programs.get(catalogue) ?? new WeakMap<Condition, Program | null>();
  programs.set(catalogue, kept);
  const found = kept.get(condition);
  if (found !== undefined) return found;
  const { program } = prepare(condition, catalogue);
  kept.set(condition, program);
  return program;
}

const invalid: Trace = { truth: "unknown", lines: [] };

/** Evaluates a condition for its explanation. One that has a mistake now is unknown. */
export function traceOf(condition: Condition, catalogue: Catalogue, { record }: Subject): Trace {
  const program = programOf(condition, catalogue);
  return program ? explain(program, record) : invalid;
}

/** Returns the line of a trace without the places in the text. */
export function linesOf({ lines }: Trace): NonNullable<StepLine["trace"]> {
  return lines.map(({ text, truth, seen }) => ({ text, truth, seen }));
}

type Given = { definition: Definition; catalogue: Catalogue; world: PlanWorld; subject: Subject };

/** Looks at a step of a definition for a document, in the rights of the owner. It changes nothing. */
export function lookAt(id: string, given: Given): Look {
  const { definition, catalogue, world, subject } = given;
  const node = definition.nodes.find((each) => each.id === id);
  const at = world.now.toISOString();
  const line = (
    outcome: StepLine["outcome"],
    because: string | null = null,
    more: Partial<StepLine> = {},
  ): StepLine => ({ node: id, kind: node?.kind ?? "none", at, outcome, because, ...more });
  if (!node) return { kind: "fail", line: line("failed", "The step is gone.") };
  switch (node.kind) {
    case "if": {
      const trace = traceOf(node.when, catalogue, subject);
      const way = trace.truth === "yes" ? "yes" : "no";
      const told = line(trace.truth, null, { trace: linesOf(trace) });
      return { kind: "go", line: told, way, next: node[way] };
    }
    case "branch": {
      const lines: NonNullable<StepLine["trace"]> = [];
      for (const [way, { label, when, next }] of node.cases.entries()) {
        const trace = traceOf(when, catalogue, subject);
        lines.push(...linesOf(trace));
        if (trace.truth === "yes")
          return { kind: "go", line: line("case", label, { trace: lines }), way, next };
      }
      const told = line("otherwise", null, { trace: lines });
      return { kind: "go", line: told, way: "otherwise", next: node.otherwise };
    }
    case "action": {
      const action = actionNamed(node.action);
      if (!action)
        return { kind: "fail", line: line("failed", `No action is named ${node.action}.`) };
      const plan = action.plan(world, subject, node.input);
      if (plan.kind !== "change")
        return { kind: "go", line: line(plan.kind, plan.because), way: "next", next: node.next };
      const { action: name, field, before, after } = plan.change;
      const change = { action: name, field, before, after };
      return { kind: "act", line: line("changed", null, { change }), plan, next: node.next };
    }
    case "approval": {
      const { text, missing } = render(node.question, subject.record, linkOf(subject.document.id));
      const question = text ?? `${node.question} (${missing} is not known)`;
      return { kind: "ask", line: line("asked", question), node, question };
    }
    case "wait":
      return {
        kind: "wait",
        line: line("waited", `${node.hours} hours`),
        hours: node.hours,
        next: node.next,
      };
    case "stop":
      return { kind: "go", line: line("stopped", node.note || null), way: null, next: null };
  }
}
