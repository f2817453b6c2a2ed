import type { Span } from "../place";

/** x, y, width and height as shares of the page, 0 to 1. */
export type Mark = { x: number; y: number; width: number; height: number };

type Word = readonly [
  start: number,
  end: number,
  x: number,
  y: number,
  width: number,
  height: number,
];

type Block = {
  span: readonly [number, number];
  boxes?: readonly (readonly [x: number, y: number, width: number, height: number])[];
};

/**
 * The places of a span's words on a page: words of one line become one mark. On slides words have no places, and the shapes that hold them are
 * marked.
 */
export function marksOfSpan(
  page: { width: number; height: number; words: readonly Word[]; blocks?: readonly Block[] },
  [from, to]: Span,
): Mark[] {
  if (page.words.length === 0) return shapesOfSpan(page, [from, to]);
  const marks: Mark[] = [];
  for (const [start, end, x, y, width, height] of page.words) {
    if (end <= from || start >= to) continue;
    const mark = {
      x: x / page.width,
      y: y / page.height,
      width: width / page.width,
      height: height / page.height,
    };
    const line = marks.at(-1);
    if (line && isSameLine(line, mark)) widen(line, mark);
    else marks.push(mark);
  }
  return marks;
}

function shapesOfSpan(
  { width, height, blocks = [] }: { width: number; height: number; blocks?: readonly Block[] },
  [from, to]: Span,
): Mark[] {
  const boxes = blocks
    .filter(({ span }) => span[0] < to && span[1] > from)
    .flatMap((block) => block.boxes ?? []);
  const shapes = new Map(boxes.map((box) => [box.join(), box]));
  return [...shapes.values()].map(([x, y, across, down]) => ({
    x: x / width,
    y: y / height,
    width: across / width,
    height: down / height,
  }));
}

function isSameLine(line: Mark, word: Mark): boolean {
  const middle = word.y + word.height / 2;
  const gap = word.x - (line.x + line.width);
  return middle > line.y && middle < line.y + line.height && gap > -0.01 && gap < 0.05;
}

function widen(line: Mark, word: Mark): void {
  const bottom = Math.max(line.y + line.height, word.y + word.height);
  line.y = Math.min(line.y, word.y);
  line.height = bottom - line.y;
  line.width = word.x + word.width - line.x;
}
