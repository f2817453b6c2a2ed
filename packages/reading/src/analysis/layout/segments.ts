import { type Segment, segmentOf, shareOfLine } from "./page-geometry";
import type { PlacedWord } from "./placed-word";
import { joinSpacedLetters } from "./spaced-letters";

/** Joins words that follow each other on a line. A gap wider than about a letter starts another segment. */
export function segmentsOf(words: PlacedWord[]): Segment[] {
  const runs: PlacedWord[][] = [];
  for (const word of words) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && follows(last, word)) run.push(word);
    else runs.push([word]);
  }
  return withDropCaps(joinNeighbours(runs.map((run) => segmentOf(joinSpacedLetters(run)))));
}

/** Joins a large first letter with the first of the lines beside the letter. */
function withDropCaps(segments: Segment[]): Segment[] {
  const caps = segments.filter(({ words }) => words.length === 1 && words.every(isCapital));
  if (caps.length === 0 || caps.length > 20) return segments;
  const kept = new Set(segments);
  for (const cap of caps) {
    const [first] = segments
      .filter((line) => line !== cap && standsBeside(cap, line))
      .sort((a, b) => a.at[1] - b.at[1]);
    const [letter] = cap.words;
    if (!first || !letter || !kept.has(first)) continue;
    if (!/^\p{Ll}|^\p{Lu}{2}/u.test(first.words[0]?.text ?? "")) continue;
    kept.delete(cap);
    kept.delete(first);
    const [next, ...rest] = first.words;
    const at: PlacedWord["at"] = [cap.at[0], first.at[1], cap.at[2], first.at[3]];
    const initial = { ...letter, at, size: first.size };
    kept.add(segmentOf([initial, ...(next ? [{ ...next, isGlued: true }] : []), ...rest]));
  }
  return [...kept];
}

function standsBeside({ at, size }: Segment, line: Segment): boolean {
  const gap = line.at[0] - (at[0] + at[2]);
  const middle = line.at[1] + line.at[3] / 2;
  return (
    size > initial * line.size &&
    gap > -0.3 * size &&
    gap < 0.6 * size &&
    middle > at[1] &&
    middle < at[1] + at[3]
  );
}

/** The smallest ratio of the size of a chapter's large first letter to the size of its text. */
const initial = 1.7;

function isCapital({ text }: PlacedWord): boolean {
  return /^["“„«]?\p{Lu}$/u.test(text);
}

function follows(last: PlacedWord, word: PlacedWord): boolean {
  if (shareOfLine(last.at, word.at) < 0.5) return false;
  const size = Math.max(last.size, word.size);
  if (last.size > initial * word.size && isCapital(last)) return false;
  const gap = Math.max(
    word.at[0] - (last.at[0] + last.at[2]),
    last.at[0] - (word.at[0] + word.at[2]),
  );
  return gap < 1.2 * size && gap > -0.6 * size - Math.min(last.at[2], word.at[2]) * 0.5;
}

/** Joins adjacent segments, because programs that write each style in its own pass scatter the pieces of a line. */
function joinNeighbours(segments: Segment[]): Segment[] {
  const sorted = [...segments].sort((a, b) => a.at[1] - b.at[1] || a.at[0] - b.at[0]);
  const joined: Segment[] = [];
  for (const segment of sorted) {
    const index = lastAbutting(joined, segment);
    const other = joined[index];
    if (!other) joined.push(segment);
    else {
      const ltr = other.at[0] <= segment.at[0];
      joined[index] = segmentOf(
        ltr ? [...other.words, ...segment.words] : [...segment.words, ...other.words],
      );
    }
  }
  return joined;
}

/** The number of segments before a segment that may be its neighbours. */
const lookBack = 39;

/** Returns the index of the last of the nearest segments that the given one follows or precedes; -1 if there is none. */
function lastAbutting(joined: Segment[], segment: Segment): number {
  const first = Math.max(0, joined.length - lookBack);
  for (let index = joined.length - 1; index >= first; index -= 1) {
    const other = joined[index];
    if (other && abut(other, segment)) return index;
  }
  return -1;
}

function abut(a: Segment, b: Segment): boolean {
  if (shareOfLine(a.at, b.at) <= 0.6) return false;
  const size = Math.max(a.size, b.size);
  const isInOrder = a.at[0] <= b.at[0];
  const left = isInOrder ? a : b;
  const right = isInOrder ? b : a;
  const gap = right.at[0] - (left.at[0] + left.at[2]);
  return (
    gap < 0.6 * size &&
    gap > -0.3 * size &&
    !(left.size > initial * right.size && left.words.length === 1 && left.words.every(isCapital)) &&
    !isRtl(a) &&
    !isRtl(b)
  );
}

export function isRtl(segment: Segment): boolean {
  return segment.isRtl;
}
