import type { Box } from "@besunny/document-model/parsed-document";
import { unionOf } from "../../../analysis/layout/page-geometry";
import type { PlacedWord } from "../../../analysis/layout/placed-word";

const mostCompared = 600;

/** A line or table of the given block. */
type Printed<Block> = { block: Block; words: PlacedWord[] };

/** Returns true if people may read the lines in the given order: no piece is printed above one that it follows in the same column. */
export function isOrderPrinted<Block>(lines: Printed<Block>[]): boolean {
  const pieces = piecesOf(lines);
  if (pieces.length > mostCompared) return false;
  return !pieces.some((box, index) =>
    pieces.slice(0, index).some((earlier) => shareColumn(earlier, box) && isAbove(box, earlier)),
  );
}

/** Returns the boxes of blocks, those of a block that goes on in the next column apart. */
function piecesOf<Block>(lines: Printed<Block>[]): Box[] {
  const pieces: { block: Block; boxes: Box[] }[] = [];
  for (const { block, words } of lines) {
    const box = unionOf(words.map(({ at }) => at));
    const last = pieces.at(-1);
    const above = last?.boxes.at(-1);
    if (last && above && last.block === block && box[1] > above[1] - above[3]) last.boxes.push(box);
    else pieces.push({ block, boxes: [box] });
  }
  return pieces.map(({ boxes }) => unionOf(boxes));
}

function shareColumn(a: Box, b: Box): boolean {
  const shared = Math.min(a[0] + a[2], b[0] + b[2]) - Math.max(a[0], b[0]);
  return shared > 0.5 * Math.min(a[2], b[2]);
}

function isAbove(a: Box, b: Box): boolean {
  return a[1] + a[3] / 2 < b[1] + 0.2 * b[3];
}
