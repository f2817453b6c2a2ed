import type { Definition, Node as Step } from "@besunny/rules/definition";
import { Graph, layout } from "@dagrejs/dagre";

import { type Branch, outlineOf } from "../definition/outline-of";
import type { Place, Way } from "../definition/places";

export const CARD = { width: 232, height: 68 };
export const ADD = { width: 140, height: 32 };

/** A thing on the canvas: the trigger, the condition, a step, or a place where one can be added. */
export type Drawn = {
  id: string;
  of: { part: "trigger" | "when" } | { step: Step; number: number } | { place: Place };
  x: number;
  y: number;
};
export type Line = { id: string; from: string; to: string; way: Way; step: Step | null };

/** Returns the places of all cards, from the top to the bottom, and the lines between them. */
export function drawingOf(
  definition: Definition,
  mayAdd: boolean,
): { cards: Drawn[]; lines: Line[] } {
  const cards: Omit<Drawn, "x" | "y">[] = [{ id: "part:trigger", of: { part: "trigger" } }];
  const lines: Line[] = [];
  const join = (from: string, to: string, way: Way, step: Step | null) =>
    lines.push({ id: `${from} ${String(way)}`, from, to, way, step });
  cards.push({ id: "part:when", of: { part: "when" } });
  join("part:trigger", "part:when", "start", null);
  drawBranch(outlineOf(definition).root, { id: "part:when", step: null });

  function drawBranch(branch: Branch, start: { id: string; step: Step | null }) {
    let [before, way] = [start, branch.way];
    for (const { step, number, isRepeated, branches } of branch.lines) {
      join(before.id, step.id, way, before.step);
      if (isRepeated) return;
      cards.push({ id: step.id, of: { step, number } });
      for (const each of branches) drawBranch(each, { id: step.id, step });
      [before, way] = [{ id: step.id, step }, "next"];
    }
    if (!branch.end || !mayAdd) return;
    const id = `add:${before.id}:${String(way)}`;
    cards.push({ id, of: { place: branch.end } });
    join(before.id, id, way, before.step);
  }

  return { cards: placed(cards, lines), lines };
}

function placed(cards: readonly Omit<Drawn, "x" | "y">[], lines: readonly Line[]): Drawn[] {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: "TB", nodesep: 28, ranksep: 52 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, of } of cards) graph.setNode(id, { ...("place" in of ? ADD : CARD) });
  for (const { id, from, to } of lines) graph.setEdge(from, to, { width: 60, height: 16 }, id);
  layout(graph);
  return cards.map((card) => {
    const { width, height } = "place" in card.of ? ADD : CARD;
    const { x = 0, y = 0 } = graph.node(card.id);
    return { ...card, x: x - width / 2, y: y - height / 2 };
  });
}
