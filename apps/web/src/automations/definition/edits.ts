import type { Definition, Node as Step } from "@besunny/rules/definition";

import {
  hasCircle,
  mainWay,
  type Place,
  placeOf,
  pointedAt,
  reachedIn,
  stepOf,
  targetAt,
  waysOf,
  withWay,
} from "./places";

/** As many as the server takes. */
const MOST_STEPS = 100;

/** Puts a step at a place. The steps that were there follow it, on its main way. */
export function insertStep(definition: Definition, place: Place, step: Step): Definition {
  const way = mainWay(step);
  const follows = way === null ? step : withWay(step, way, targetAt(definition, place));
  const added = { ...definition, nodes: [...definition.nodes, follows] };
  return withoutLost(definition, pointedAt(added, place, step.id));
}

/** Removes a step. The steps of its main way take its place; those of its other ways go with it. */
export function removeStep(definition: Definition, id: string): Definition {
  const step = stepOf(definition, id);
  if (!step) return definition;
  const without = takenOut(definition, step);
  return withoutLost(definition, {
    ...without,
    nodes: without.nodes.filter((each) => each.id !== id),
  });
}

/** Puts another step in the place of the one with its id. The steps of a case that is gone go with it. */
export function replaceStep(definition: Definition, step: Step): Definition {
  return withoutLost(definition, {
    ...definition,
    nodes: definition.nodes.map((each) => (each.id === step.id ? step : each)),
  });
}

/** Moves a step before the one before it (-1), or after the one that follows (1). Null where it cannot move. */
export function moveStep(definition: Definition, id: string, by: -1 | 1): Definition | null {
  const step = stepOf(definition, id);
  const way = step && mainWay(step);
  if (!step || way === null || way === undefined) return null;
  const neighbour =
    by < 0 ? placeOf(definition, id)?.from : targetAt(definition, { from: id, way });
  const other = stepOf(definition, neighbour ?? null);
  const after = other && mainWay(other);
  if (!other || after === null || after === undefined) return null;
  const without = takenOut(definition, step);
  const place = by < 0 ? placeOf(without, other.id) : { from: other.id, way: after };
  if (!place) return null;
  const moved = pointedAt(
    pointedAt(without, { from: id, way }, targetAt(without, place)),
    place,
    id,
  );
  return hasCircle(moved) ? null : moved;
}

/** Returns how many steps go with this one when it is removed. */
export function lostWith(definition: Definition, id: string): number {
  return definition.nodes.length - removeStep(definition, id).nodes.length - 1;
}

/** Tells whether there is room for another step. */
export function hasRoom({ nodes }: Definition): boolean {
  return nodes.length < MOST_STEPS;
}

/** Returns an id that no step has, from a word. */
export function freeId({ nodes }: Definition, word: string): string {
  const base =
    word
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^[^a-z]+/, "")
      .slice(0, 30) || "step";
  const taken = new Set(nodes.map(({ id }) => id));
  for (let at = 1; ; at++) {
    const id = at === 1 ? base : `${base}-${at}`;
    if (!taken.has(id)) return id;
  }
}

/** Leads what came to a step past it. */
function takenOut(definition: Definition, step: Step): Definition {
  const ways = waysOf(step);
  const main = ways.find(({ way }) => way === mainWay(step))?.to;
  const next = main ?? ways.find(({ to }) => to !== null)?.to ?? null;
  const to = next === step.id ? null : next;
  return {
    ...definition,
    start: definition.start === step.id ? to : definition.start,
    nodes: definition.nodes.map((each) =>
      waysOf(each).reduce(
        (changed, { way, to: old }) => (old === step.id ? withWay(changed, way, to) : changed),
        each,
      ),
    ),
  };
}

/** Removes the steps that nothing leads to any more. Those that nothing led to before stay. */
function withoutLost(before: Definition, after: Definition): Definition {
  const [was, is] = [reachedIn(before), reachedIn(after)];
  const nodes = after.nodes.filter(({ id }) => is.has(id) || !was.has(id));
  return nodes.length === after.nodes.length ? after : { ...after, nodes };
}
