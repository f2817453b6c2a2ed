import type { Box } from "@besunny/document-model/parsed-document";
import { frameOf, unionOf } from "../../../analysis/layout/page-geometry";
import type { PlacedWord } from "../../../analysis/layout/placed-word";
import type { CheckBox } from "../annotations/check-boxes";
import type { PageAnnotations } from "../annotations/page-annotations";
import type { Placement } from "../pdfium/placement";
import type { PageWords } from "./page-words";

/**
 * Returns the words of a page with those that annotations and form fields draw over it. `flat` are the words of the page after
 * flattening. Only the drawn ones are used, because flattening may lose the meaning of fonts.
 */
export function withAnnotationWords(
  own: PageWords,
  flat: PageWords,
  { drawn, checkBoxes }: PageAnnotations,
  placement: Placement,
): PageWords {
  const [left, top, across, down] = unionOf(drawn);
  const area: Box = [left - 1, top - 1, across + 2, down + 2];
  const isDrawn = (word: PlacedWord) =>
    isIn(word.box, area) && drawn.some((box) => isIn(word.box, box));
  const known = new Set(own.byDirection.flat().filter(isDrawn).map(keyOf));
  const byDirection = own.byDirection.map((words, direction) => [
    ...words,
    ...(flat.byDirection[direction] ?? []).filter(
      (word) => isDrawn(word) && !known.has(keyOf(word)),
    ),
  ]);
  const added = count(byDirection) - count(own.byDirection);
  return withCheckBoxes(
    { ...own, byDirection, characters: own.characters + added },
    checkBoxes,
    placement,
  );
}

function keyOf({ text, box }: PlacedWord): string {
  return `${text} ${Math.round(box[0] / 2)} ${Math.round(box[1] / 2)}`;
}

function count(byDirection: PlacedWord[][]): number {
  return byDirection.reduce((sum, { length }) => sum + length, 0);
}

/** The state of a box is a sign of its own, in the place of whatever the form draws there. */
function withCheckBoxes(found: PageWords, checkBoxes: CheckBox[], { size }: Placement): PageWords {
  if (checkBoxes.length === 0) return found;
  const direction = found.byDirection.reduce(
    (best, words, index, all) => (words.length > (all[best]?.length ?? 0) ? index : best),
    0,
  );
  const byDirection = found.byDirection.map((words) =>
    words.filter(
      ({ text, box }) => text.length > 1 || !checkBoxes.some((each) => isIn(box, each.box)),
    ),
  );
  for (const { box, isChecked } of checkBoxes)
    byDirection[direction]?.push({
      text: isChecked ? "☑" : "☐",
      box,
      at: frameOf(box, direction, size),
      size: box[3] * 0.8,
      isBold: false,
      isGlued: false,
    });
  return { ...found, byDirection };
}

function isIn(box: Box, area: Box): boolean {
  const middleX = box[0] + box[2] / 2;
  const middleY = box[1] + box[3] / 2;
  return (
    middleX > area[0] &&
    middleX < area[0] + area[2] &&
    middleY > area[1] &&
    middleY < area[1] + area[3]
  );
}
