import type { Definition, Node as Step } from "@besunny/rules/definition";

/** A way out of a step; a number is a case of a choice. `start` leads from the trigger. */
export type Way = "start" | "next" | "yes" | "no" | "otherwise" | number;
/** A place for a step: on a way out of `from`. Null is the trigger. */
export type Place = { from: string | null; way: Way };

export const START: Place = { from: null, way: "start" };

/** Returns the step of this id; undefined if there is none. */
export function stepOf(definition: Definition, id: string | null): Step | undefined {
  return id === null ? undefined : definition.nodes.find((step) => step.id === id);
}

/** Returns the ways out of a step, in the order in which they are read. */
export function waysOf(step: Step): { way: Way; to: string | null }[] {
  switch (step.kind) {
    case "action":
    case "wait":
      return [{ way: "next", to: step.next }];
    case "if":
    case "approval":
      return [
        { way: "yes", to: step.yes },
        { way: "no", to: step.no },
      ];
    case "branch":
      return [
        ...step.cases.map(({ next: to }, way) => ({ way, to })),
        { way: "otherwise", to: step.otherwise },
      ];
    case "stop":
      return [];
  }
}

/** Returns the way on which the steps after this one go on; null after the last. */
export function mainWay(step: Step): Way | null {
  if (step.kind === "stop") return null;
  if (step.kind === "branch") return "otherwise";
  return step.kind === "action" || step.kind === "wait" ? "next" : "yes";
}

/** Returns the id of the step at a place; null where the way ends. */
export function targetAt(definition: Definition, { from, way }: Place): string | null {
  if (from === null) return definition.start;
  const step = stepOf(definition, from);
  return (step && waysOf(step).find((each) => each.way === way)?.to) ?? null;
}

/** Returns the definition with another step at a place. */
export function pointedAt(
  definition: Definition,
  { from, way }: Place,
  to: string | null,
): Definition {
  if (from === null) return { ...definition, start: to };
  return {
    ...definition,
    nodes: definition.nodes.map((step) => (step.id === from ? withWay(step, way, to) : step)),
  };
}

/** Returns a step whose way leads elsewhere. A way that it has not changes nothing. */
export function withWay(step: Step, way: Way, to: string | null): Step {
  if (step.kind === "branch") {
    if (way === "otherwise") return { ...step, otherwise: to };
    const cases = step.cases.map((each, at) => (at === way ? { ...each, next: to } : each));
    return { ...step, cases };
  }
  if ((step.kind === "if" || step.kind === "approval") && (way === "yes" || way === "no"))
    return { ...step, [way]: to };
  return (step.kind === "action" || step.kind === "wait") && way === "next"
    ? { ...step, next: to }
    : step;
}

/** Returns the first place, in reading order, that leads to a step; null if nothing does. */
export function placeOf(definition: Definition, id: string): Place | null {
  if (definition.start === id) return START;
  for (const step of definition.nodes)
    for (const { way, to } of waysOf(step)) if (to === id) return { from: step.id, way };
  return null;
}

/** Returns the ids of the steps that the trigger leads to. */
export function reachedIn(definition: Definition): Set<string> {
  const reached = new Set<string>();
  const waiting = [definition.start];
  while (waiting.length > 0) {
    const step = stepOf(definition, waiting.pop() ?? null);
    if (!step || reached.has(step.id)) continue;
    reached.add(step.id);
    waiting.push(...waysOf(step).map(({ to }) => to));
  }
  return reached;
}

/** Tells whether a way leads back to a step before it. */
export function hasCircle(definition: Definition): boolean {
  const done = new Set<string>();
  const leadsBack = (id: string | null, on: ReadonlySet<string>): boolean => {
    const step = stepOf(definition, id);
    if (!step || done.has(step.id)) return false;
    if (on.has(step.id)) return true;
    const here = new Set([...on, step.id]);
    const isBack = waysOf(step).some(({ to }) => leadsBack(to, here));
    if (!isBack) done.add(step.id);
    return isBack;
  };
  return definition.nodes.some(({ id }) => leadsBack(id, new Set()));
}
