import { garbledShare } from "@besunny/document-model/cleaning/garbled-share";
import type { ReadPage } from "../../../analysis/blocks/read-page";
import type { PageWords } from "./page-words";

/** The share of words without a meaning from which a page is looked at as a picture. */
const doubtful = 0.3;

/** Below this quality the words on a picture are no better than those of the page. */
const leastQuality = 0.6;

/** Returns true if many words that are stored in a page are no language, as with a font that maps its glyphs to wrong letters. */
export function isGarbled(found: PageWords): boolean {
  return garbledShare(textOf(found)) >= doubtful;
}

/**
 * Returns true if the words on the picture of a page are better than the garbled ones stored in it. They are about as many, of the same
 * script and well legible, and at most half as garbled.
 */
export function isBetterSeen(
  { words, quality }: Pick<ReadPage, "words" | "quality">,
  found: PageWords,
): boolean {
  const stored = textOf(found);
  const seen = words.map(({ text }) => text).join(" ");
  const count = found.byDirection.flat().length;
  return (
    words.length >= count / 2 &&
    quality.score >= leastQuality &&
    isArabic(stored) === isArabic(seen) &&
    garbledShare(seen) <= garbledShare(stored) / 2
  );
}

function textOf({ byDirection }: PageWords): string {
  return byDirection
    .flat()
    .map(({ text }) => text)
    .join(" ");
}

function isArabic(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return (text.match(/\p{Script=Arabic}/gu)?.length ?? 0) > letters / 2;
}
