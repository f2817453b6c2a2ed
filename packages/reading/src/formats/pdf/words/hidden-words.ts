import type { PlacedWord } from "../../../analysis/layout/placed-word";
import { isTooLow } from "../../visible-letters";
import { imageShare } from "../pdfium/image-share";
import type { PdfDocument } from "../pdfium/pdfium";
import type { Placement } from "../pdfium/placement";
import { type Area, renderGrey } from "../pdfium/render";
import type { PageWords } from "./page-words";

const PIXELS_A_POINT = 2;
const MOST_PIXELS = 6_000_000;

/** The smallest difference between the darkest and the lightest pixel of a word that people can see, of 255. */
const CONTRAST = 24;

/**
 * Takes out the words that nobody can see on the drawn page: without contrast or ink, in a layer that is off, or too small. Draws the
 * page only if some words may be hidden. Leaves the words of a page that has no others. Words over a picture of themselves, as in a scan, can
 * be seen.
 */
export function withoutHiddenWords(
  document: Pick<PdfDocument, "pdfium">,
  page: number,
  { found, placement }: { found: PageWords; placement: Placement },
): PageWords {
  const suspects = found.byDirection.flat().filter((word) => word.mayBeHidden || isTiny(word));
  if (suspects.length === 0 || isScan(document, page, { found, placement })) return found;
  const words = suspects.filter((word) => !isTiny(word));
  const shows = inkOf(document, page, { words, placement });
  const hidden = new Set(suspects.filter((word) => isTiny(word) || !shows(word)));
  if (hidden.size === 0) return found;
  const text = [...hidden].map((word) => word.text).join(" ");
  if (hidden.size === found.byDirection.flat().length)
    return { ...found, hidden: { text, fate: "only" } };
  const letters = [...hidden].reduce((sum, word) => sum + word.text.length, 0);
  return {
    ...found,
    byDirection: found.byDirection.map((words) => words.filter((word) => !hidden.has(word))),
    characters: Math.max(0, found.characters - letters),
    hidden: { text, fate: "left-out" },
  };
}

/** Returns true for a picture of a page with the recognised words laid over it without ink. */
export function isScan(
  { pdfium }: Pick<PdfDocument, "pdfium">,
  page: number,
  { found, placement }: { found: PageWords; placement: Placement },
): boolean {
  const words = found.byDirection.flat();
  const unseen = words.filter(({ mayBeHidden }) => mayBeHidden).length;
  return unseen > words.length / 2 && imageShare(pdfium, page, placement).images > 0.5;
}

function isTiny({ at }: PlacedWord): boolean {
  return isTooLow(at[3]);
}

/** Returns a function that tells whether one of the words shows on the drawn page. Draws only the part with the words. */
function inkOf(
  document: Pick<PdfDocument, "pdfium">,
  page: number,
  { words, placement: { size } }: { words: PlacedWord[]; placement: Placement },
): (word: PlacedWord) => boolean {
  const room = Math.sqrt(MOST_PIXELS / Math.max(1, size.width * size.height));
  const scale = Math.min(PIXELS_A_POINT, room);
  const width = Math.max(1, Math.round(size.width * scale));
  const height = Math.max(1, Math.round(size.height * scale));
  const areas = new Map(words.map((word) => [word, areaOf(word, { scale, width, height })]));
  if (areas.size === 0) return () => true;
  const area = around([...areas.values()]);
  const grey = renderGrey(document, page, { size: { width, height }, area });
  return (word) => {
    const { left, top, right, bottom } = areas.get(word) ?? area;
    let [darkest, lightest] = [255, 0];
    for (let row = top - area.top; row < bottom - area.top; row += 1)
      for (let column = left - area.left; column < right - area.left; column += 1) {
        const value = grey.pixels[row * grey.width + column] ?? 255;
        darkest = Math.min(darkest, value);
        lightest = Math.max(lightest, value);
      }
    return lightest - darkest >= CONTRAST;
  };
}

type Scaled = { scale: number; width: number; height: number };

function areaOf({ box: [x, y, across, down] }: PlacedWord, { scale, width, height }: Scaled): Area {
  return {
    left: within(x * scale, width),
    top: within(y * scale, height),
    right: within((x + across) * scale, width) + 1,
    bottom: within((y + down) * scale, height) + 1,
  };
}

function around(areas: Area[]): Area {
  const area = { left: Infinity, top: Infinity, right: 0, bottom: 0 };
  for (const { left, top, right, bottom } of areas) {
    area.left = Math.min(area.left, left);
    area.top = Math.min(area.top, top);
    area.right = Math.max(area.right, right);
    area.bottom = Math.max(area.bottom, bottom);
  }
  return area;
}

function within(place: number, size: number): number {
  return Math.min(size - 1, Math.max(0, Math.round(place)));
}
