import type { Box } from "@besunny/document-model/parsed-document";

type Placed = { box: Box | undefined };

/**
 * Sorts shapes in reading order. Splits them at gaps across the slide, else at gaps down the slide, and repeats this in each part.
 * Overlapping shapes keep the order of drawing. Shapes without a position come last.
 */
export function inReadingOrder<T extends Placed>(shapes: T[]): T[] {
  const placed = shapes.filter(({ box }) => box !== undefined);
  const unplaced = shapes.filter(({ box }) => box === undefined);
  return [...ordered(placed, 0), ...unplaced];
}

function ordered<T extends Placed>(shapes: T[], depth: number): T[] {
  if (shapes.length < 2 || depth > deepest) return shapes;
  for (const axis of [1, 0] as const) {
    const parts = parted(shapes, axis);
    if (parts.length > 1) return parts.flatMap((part) => ordered(part, depth + 1));
  }
  return shapes;
}

const deepest = 20;

/** The share of its size by which a shape may overlap the next and still be separate. */
const overlap = 0.12;

function parted<T extends Placed>(shapes: T[], axis: 0 | 1): T[][] {
  const sorted = shapes
    .map((shape) => {
      const [start, size] = [shape.box?.[axis] ?? 0, shape.box?.[axis === 0 ? 2 : 3] ?? 0];
      return { shape, start: start + overlap * size, end: start + (1 - overlap) * size };
    })
    .sort((a, b) => a.start - b.start);
  const parts: T[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const each of sorted) {
    const part = parts.at(-1);
    if (part && each.start < end) part.push(each.shape);
    else parts.push([each.shape]);
    end = Math.max(end, each.end);
  }
  const drawn = new Map(shapes.map((shape, index) => [shape, index]));
  return parts.map((part) => part.sort((a, b) => (drawn.get(a) ?? 0) - (drawn.get(b) ?? 0)));
}
