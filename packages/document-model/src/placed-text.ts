import type { Page, Span } from "./parsed-document";

/** Words that stand together on one line of a page, with the box around them: x, y, width, height. */
export type PlacedText = { span: Span; page: number; box: [number, number, number, number] };

/** A gap of more than this many line heights parts two columns. */
const WIDEST_GAP = 1.1;

/** Returns the words of pages as pieces of lines, in the order of the text. Pages without places of words have none. */
export function placedText(pages: readonly Page[], text: string): PlacedText[] {
  return pages.flatMap((page) => piecesOf(page, text));
}

function piecesOf({ number, words }: Page, text: string): PlacedText[] {
  const pieces: PlacedText[] = [];
  for (const [start, end, x, y, width, height] of words) {
    if (width <= 0 || height <= 0) continue;
    const open = pieces.at(-1);
    const isSame =
      open !== undefined &&
      isBeside(open.box, [x, y, width, height]) &&
      !/[\n\t]/.test(text.slice(open.span[1], start));
    if (!isSame) {
      pieces.push({ span: [start, end], page: number, box: [x, y, width, height] });
      continue;
    }
    open.span[1] = Math.max(open.span[1], end);
    const [left, top, wide, high] = open.box;
    const [right, bottom] = [Math.max(left + wide, x + width), Math.max(top + high, y + height)];
    const [newLeft, newTop] = [Math.min(left, x), Math.min(top, y)];
    open.box = [newLeft, newTop, right - newLeft, bottom - newTop];
  }
  return pieces;
}

/** The next word follows the piece on the same line, without a wide gap. */
function isBeside(
  [left, top, width, height]: PlacedText["box"],
  [x, y, , high]: PlacedText["box"],
): boolean {
  const smaller = Math.min(height, high);
  const shared = Math.min(top + height, y + high) - Math.max(top, y);
  const gap = x - (left + width);
  return (
    shared > 0.5 * smaller && gap > -0.5 * smaller && gap < WIDEST_GAP * Math.max(height, high)
  );
}
