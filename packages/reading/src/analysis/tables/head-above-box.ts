import type { Box } from "@besunny/document-model/parsed-document";
import type { PlacedWord } from "../layout/placed-word";
import type { Rule } from "./found-table";
import { chunksOf, middleOf, textLinesOf } from "./text-lines";

const mostLines = 3;

/** Returns the words of heads above a box that is drawn around the rows only. A rule as wide as the box is above the heads. */
export function headAboveBox(
  [left, top, width]: Box,
  free: Iterable<PlacedWord>,
  rules: Rule[],
  size: number,
): PlacedWord[] {
  const rule = rules.findLast(
    ([x, y, across, height]) =>
      across > height &&
      Math.abs(x - left) < 2 * size &&
      Math.abs(x + across - left - width) < 2 * size &&
      top - y > 0.8 * size &&
      top - y < 2 * mostLines * size,
  );
  if (!rule) return [];
  const words = [...free].filter(({ at }) => {
    const middle = middleOf(at);
    return middle > rule[1] && middle < top && at[0] > left - size && at[0] < left + width;
  });
  const lines = textLinesOf(words);
  const areHeads =
    lines.length <= mostLines && lines.some((line) => chunksOf(line, 0.9).length >= 2);
  return areHeads ? words : [];
}
