import type { Definition, Node as Step } from "@besunny/rules/definition";

import { type Place, START, stepOf, targetAt, type Way, waysOf } from "./places";

/** A step with its number in reading order, and the ways that branch off it. `isRepeated`: it is shown in full where its number is first. */
export type Line = { step: Step; number: number; isRepeated: boolean; branches: Branch[] };
/** The steps of one way. `end` is the place after the last; null where the way branches or stops. */
export type Branch = { way: Way; lines: Line[]; end: Place | null };
export type Outline = { root: Branch; loose: Step[] };

/** Returns the steps as a list in lists, in reading order, and those that nothing leads to. */
export function outlineOf(definition: Definition): Outline {
  const numbers = new Map<string, number>();
  const root = branchAt(definition, START, numbers);
  return { root, loose: definition.nodes.filter(({ id }) => !numbers.has(id)) };
}

function branchAt(definition: Definition, from: Place, numbers: Map<string, number>): Branch {
  const lines: Line[] = [];
  let end: Place | null = from;
  while (end) {
    const step = stepOf(definition, targetAt(definition, end));
    if (!step) break;
    const known = numbers.get(step.id);
    if (known !== undefined) {
      lines.push({ step, number: known, isRepeated: true, branches: [] });
      end = null;
      break;
    }
    const number = numbers.size + 1;
    numbers.set(step.id, number);
    const goesOn = step.kind === "action" || step.kind === "wait";
    const branches = goesOn
      ? []
      : waysOf(step).map(({ way }) => branchAt(definition, { from: step.id, way }, numbers));
    lines.push({ step, number, isRepeated: false, branches });
    end = goesOn ? { from: step.id, way: "next" } : null;
  }
  return { way: from.way, lines, end };
}

/** Returns the ids of all lines in reading order. */
export function idsOf({ lines }: Branch): string[] {
  return lines.flatMap(({ step, isRepeated, branches }) =>
    isRepeated ? [] : [step.id, ...branches.flatMap(idsOf)],
  );
}
