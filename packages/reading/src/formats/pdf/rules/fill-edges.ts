import type { Rule } from "../../../analysis/tables/found-table";

/** A rectangle filled with a colour (0xrrggbb), in the page as shown. */
export type Fill = { box: Rule; colour: number };

const mostFills = 3_000;

/** The edges of filled rectangles that can be seen: where two rectangles of one colour touch there is nothing to see. */
export function visibleEdges(fills: Fill[]): Rule[] {
  const edges = withoutNested(fills.slice(0, mostFills)).flatMap(({ box, colour }) =>
    edgesOf(box).map((rule, side) => ({ rule, side, colour })),
  );
  const opposite = [1, 0, 3, 2];
  const key = (side: number, colour: number, position: number) => `${side} ${colour} ${position}`;
  const byPlace = new Map<string, Rule[]>();
  const positionOf = ([x, y]: Rule, side: number) => Math.round(side < 2 ? y : x);
  for (const { rule, side, colour } of edges) {
    const place = key(side, colour, positionOf(rule, side));
    const known = byPlace.get(place);
    if (known) known.push(rule);
    else byPlace.set(place, [rule]);
  }
  return edges
    .filter(({ rule, side, colour }) => {
      const position = positionOf(rule, side);
      const facing = [-1, 0, 1].flatMap(
        (step) => byPlace.get(key(opposite[side] ?? 0, colour, position + step)) ?? [],
      );
      return !facing.some((other) => covers(other, rule, side));
    })
    .map(({ rule }) => rule);
}

/** Within a larger one of its own colour a rectangle cannot be seen either. */
function withoutNested(fills: Fill[]): Fill[] {
  const byColour = new Map<number, Rule[]>();
  return fills
    .toSorted((a, b) => b.box[2] * b.box[3] - a.box[2] * a.box[3])
    .filter(({ box, colour }) => {
      const larger = byColour.get(colour) ?? [];
      if (larger.slice(0, mostAround).some((other) => holds(other, box))) return false;
      byColour.set(colour, larger);
      larger.push(box);
      return true;
    });
}

const mostAround = 500;

function holds(outer: Rule, inner: Rule): boolean {
  return (
    inner[0] > outer[0] - 0.5 &&
    inner[1] > outer[1] - 0.5 &&
    inner[0] + inner[2] < outer[0] + outer[2] + 0.5 &&
    inner[1] + inner[3] < outer[1] + outer[3] + 0.5
  );
}

function covers(other: Rule, rule: Rule, side: number): boolean {
  const [start, length] = side < 2 ? [rule[0], rule[2]] : [rule[1], rule[3]];
  const [from, own] = side < 2 ? [other[0], other[2]] : [other[1], other[3]];
  return Math.min(start + length, from + own) - Math.max(start, from) > 0.9 * length;
}

/** The four sides: above, below, left, right. */
export function edgesOf([x, y, width, height]: Rule): Rule[] {
  return [
    [x, y, width, 0],
    [x, y + height, width, 0],
    [x, y, 0, height],
    [x + width, y, 0, height],
  ];
}
