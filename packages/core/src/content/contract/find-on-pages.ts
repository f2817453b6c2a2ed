import type { Box, Span } from "@besunny/document-model/parsed-document";
import type { RenditionWords } from "./rendition";

/** The marks of a quote on one page, each x, y, width and height as shares of the page, 0 to 1. */
export type PlaceOnPages = { page: number; marks: Box[] };

/** Letters and digits of a text in their plainest form, each with its offset. */
type Letters = { text: string; offsets: number[] };

/** Fewer letters than these may be anywhere. */
const fewest = 2;

/** The beginning of a long quote shows its place if a page break interrupts it. */
const beginning = 40;

/**
 * Returns a function that finds words of a document on its printed pages. A print may break lines, repeat headers and join letters, so only
 * letters and digits are compared. Of several places with the same words the nearest to the share of the text before them is taken. The function returns
 * null for words that are not there.
 */
export function finderOnPages(
  text: string,
  rendition: RenditionWords,
): (span: Span) => PlaceOnPages[] | null {
  const own = lettersOf(text);
  const printed = lettersOf(rendition.text);

  return ([from, to]) => {
    const first = firstAtOrAfter(own.offsets, from);
    const quote = own.text.slice(first, firstAtOrAfter(own.offsets, to));
    if (quote.length < fewest) return null;
    const share = first / Math.max(1, own.text.length);
    const found =
      nearest(printed.text, quote, share) ??
      (quote.length > beginning ? nearest(printed.text, quote.slice(0, beginning), share) : null);
    if (!found) return null;
    const [start, end] = found;
    const last = printed.offsets[end - 1];
    const begin = printed.offsets[start];
    if (begin === undefined || last === undefined) return null;
    return placesOf(rendition, [begin, last + 1]);
  };
}

function lettersOf(text: string): Letters {
  const letters: string[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const character of text) {
    for (const letter of character.normalize("NFKD").toLowerCase())
      if (/[\p{L}\p{N}]/u.test(letter)) {
        // Letters beyond the first plane have two units.
        for (const unit of letter.split("")) letters.push(unit);
        for (let unit = 0; unit < letter.length; unit += 1) offsets.push(offset);
      }
    offset += character.length;
  }
  return { text: letters.join(""), offsets };
}

function firstAtOrAfter(offsets: readonly number[], wanted: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function nearest(text: string, quote: string, share: number): [number, number] | null {
  const wanted = share * text.length;
  let best = -1;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    if (best < 0 || Math.abs(at - wanted) < Math.abs(best - wanted)) best = at;
  return best < 0 ? null : [best, best + quote.length];
}

function placesOf({ pages }: RenditionWords, [from, to]: Span): PlaceOnPages[] | null {
  const places = pages.flatMap(({ number, width, height, words }) => {
    const inside = words.filter(([start, end]) => start < to && end > from);
    if (inside.length === 0 || width <= 0 || height <= 0) return [];
    const marks = inside.map(
      ([, , x, y, across, down]): Box => [x / width, y / height, across / width, down / height],
    );
    return [{ page: number, marks: joined(marks) }];
  });
  return places.length > 0 ? places : null;
}

/** Joins the marks of words that follow each other in a line. */
function joined(marks: readonly Box[]): Box[] {
  const lines: Box[] = [];
  for (const [x, y, width, height] of marks) {
    const line = lines.at(-1);
    const middle = y + height / 2;
    const isNext = line && middle > line[1] && middle < line[1] + line[3] && x >= line[0];
    if (isNext && x - (line[0] + line[2]) < 0.05) {
      const bottom = Math.max(line[1] + line[3], y + height);
      line[1] = Math.min(line[1], y);
      line[3] = bottom - line[1];
      line[2] = Math.max(line[2], x + width - line[0]);
    } else lines.push([x, y, width, height]);
  }
  return lines;
}
