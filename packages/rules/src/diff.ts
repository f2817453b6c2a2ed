import { type Definition, type Node, waysOut } from "./definition";
import { conditionWords, type Naming, sayWith, stepWords, triggerWords } from "./sentence";

/** Returns in words how one definition differs from the one before it; nothing if they do the same. Places on the canvas do not count. */
export function diffOf(before: Definition, after: Definition, naming: Naming): string[] {
  const say = sayWith(naming.words);
  const lines: string[] = [];
  if (!isSame(before.trigger, after.trigger))
    lines.push(
      say("diff.trigger", {
        before: triggerWords(before.trigger, naming, say),
        after: triggerWords(after.trigger, naming, say),
      }),
    );
  if (!isSame(before.when, after.when)) {
    const words = (when: Definition["when"]) =>
      when ? conditionWords(when, naming) : say("diff.always");
    lines.push(say("diff.when", { before: words(before.when), after: words(after.when) }));
  }
  const old = new Map(before.nodes.map((node) => [node.id, node]));
  const now = new Map(after.nodes.map((node) => [node.id, node]));
  for (const node of after.nodes) {
    const earlier = old.get(node.id);
    if (!earlier) lines.push(say("diff.added", { step: stepWords(node, naming) }));
    else if (!isSame(bodyOf(earlier), bodyOf(node)))
      lines.push(
        say("diff.changed", {
          before: stepWords(earlier, naming),
          after: stepWords(node, naming),
        }),
      );
  }
  for (const node of before.nodes)
    if (!now.has(node.id)) lines.push(say("diff.removed", { step: stepWords(node, naming) }));
  if (!isSame(orderOf(before), orderOf(after))) lines.push(say("diff.order"));
  return lines;
}

/** Returns what a step does, without its place and what follows it. */
function bodyOf(node: Node): unknown {
  const { id: _id, at: _at, ...body } = node;
  switch (body.kind) {
    case "branch": {
      const { otherwise: _otherwise, cases, ...rest } = body;
      return { ...rest, cases: cases.map(({ label, when }) => ({ label, when })) };
    }
    case "if":
    case "approval": {
      const { yes: _yes, no: _no, ...rest } = body;
      return rest;
    }
    case "stop":
      return body;
    default: {
      const { next: _next, ...rest } = body;
      return rest;
    }
  }
}

function orderOf({ start, nodes }: Definition): unknown {
  const ways = nodes.map((node) => [node.id, waysOut(node).map(({ to }) => to)]);
  return [start, Object.fromEntries(ways)];
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

/** Returns a value whose names are in one order, so that equal values have equal texts. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => one.localeCompare(other))
      .map(([key, each]) => [key, ordered(each)]),
  );
}
