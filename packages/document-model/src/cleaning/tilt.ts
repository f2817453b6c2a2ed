import type { Page, ParsedDocument } from "../parsed-document";

/** The degrees of a page whose lines are not clear. */
const FEW_PAIRS = 12;

/**
 * Returns the degrees by which the lines of the most tilted recognised page are turned, 0 to 180. A page on its side has 90, one upside down
 * has 180. Null if no page was recognised or none has enough words.
 */
export function tiltOf({ pages }: Pick<ParsedDocument, "pages">): number | null {
  const tilts = pages
    .filter(({ recognised }) => recognised)
    .flatMap((page) => tiltOfPage(page) ?? []);
  return tilts.length > 0 ? Math.max(...tilts) : null;
}

/** Words that follow each other lie in the direction of the line. The way back to the next line is longer, and not the usual one. */
function tiltOfPage({ words }: Page): number | null {
  const angles: number[] = [];
  for (const [at, word] of words.entries()) {
    const next = words[at + 1];
    if (!next || next[0] - word[1] > 2) continue;
    const [dx, dy] = [centre(next, 2) - centre(word, 2), centre(next, 3) - centre(word, 3)];
    const reach = Math.max(word[4], word[5]) + Math.max(next[4], next[5]);
    if (Math.hypot(dx, dy) <= reach) angles.push(Math.atan2(dy, dx));
  }
  if (angles.length < FEW_PAIRS) return null;
  // Angles are averaged as directions: -179 and 179 degrees are near each other.
  const [x, y] = [medianOf(angles.map(Math.cos)), medianOf(angles.map(Math.sin))];
  return Math.round(10 * Math.abs((Math.atan2(y, x) * 180) / Math.PI)) / 10;
}

function centre(word: Page["words"][number], axis: 2 | 3): number {
  return word[axis] + word[axis === 2 ? 4 : 5] / 2;
}

function medianOf(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
