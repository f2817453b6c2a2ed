import { type Segment, segmentOf } from "./page-geometry";
import type { PlacedWord } from "./placed-word";

/** Joins words of stamps, watermarks and slanted heads, which follow each other but are not on one level. */
export function obliqueLines(words: PlacedWord[]): Segment[] {
  const pairs = words.slice(1).flatMap((word, index) => {
    const last = words[index];
    return last ? [waysFrom(last, word)] : [];
  });
  const count = (way: Way) => pairs.filter((ways) => ways.has(way)).length;
  const [way] = [...allWays].sort((a, b) => count(b) - count(a));
  const lines: PlacedWord[][] = [];
  for (const [index, word] of words.entries()) {
    const line = lines.at(-1);
    if (line && way && pairs[index - 1]?.has(way)) line.push(word);
    else lines.push([word]);
  }
  return lines.map(segmentOf);
}

const allWays = ["up", "down", "back up", "back down"] as const;
/** The way from word to word. The words of a page mostly share one, and lines side by side seem to share another. */
type Way = (typeof allWays)[number];

/** Returns the ways in which a word begins at the corner where the one before it ends. */
function waysFrom(last: PlacedWord, word: PlacedWord): Set<Way> {
  const [x, y, width, height] = last.at;
  const [left, top, w, h] = word.at;
  const [ahead, behind] = [left - (x + width), left + w - x];
  const [above, below] = [top + h - y, top - (y + height)];
  const away = [
    Math.hypot(ahead, above),
    Math.hypot(ahead, below),
    Math.hypot(behind, above),
    Math.hypot(behind, below),
  ];
  const near = 1.5 * Math.max(last.size, word.size);
  return new Set(allWays.filter((_, index) => (away[index] ?? Infinity) < near));
}
