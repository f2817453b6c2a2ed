import { type PlacedWord, type Segment, segmentOf, shareOfLine } from "./placed";

/** Joins words that follow each other on a line; a gap wider than a letter or so begins another segment. */
export function segmentsOf(words: PlacedWord[]): Segment[] {
  const runs: PlacedWord[][] = [];
  for (const word of words) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && follows(last, word)) run.push(word);
    else runs.push([word]);
  }
  return joinNeighbours(runs.map(segmentOf));
}

function follows(last: PlacedWord, word: PlacedWord): boolean {
  if (shareOfLine(last.at, word.at) < 0.5) return false;
  const size = Math.max(last.size, word.size);
  const gap = Math.max(
    word.at[0] - (last.at[0] + last.at[2]),
    last.at[0] - (word.at[0] + word.at[2]),
  );
  return gap < 1.2 * size && gap > -0.6 * size - Math.min(last.at[2], word.at[2]) * 0.5;
}

/** Programs that write each style in its own pass leave the pieces of a line far apart in the file. */
function joinNeighbours(segments: Segment[]): Segment[] {
  const sorted = [...segments].sort((a, b) => a.at[1] - b.at[1] || a.at[0] - b.at[0]);
  const joined: Segment[] = [];
  for (const segment of sorted) {
    const index = joined.findLastIndex(
      (other, at) => at > joined.length - 40 && abut(other, segment),
    );
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

function abut(a: Segment, b: Segment): boolean {
  const size = Math.max(a.size, b.size);
  const [left, right] = a.at[0] <= b.at[0] ? [a, b] : [b, a];
  const gap = right.at[0] - (left.at[0] + left.at[2]);
  return (
    shareOfLine(a.at, b.at) > 0.6 && gap < 0.9 * size && gap > -0.3 * size && !isRtl(a) && !isRtl(b)
  );
}

export function isRtl({ words }: Segment): boolean {
  return words.some(({ text }) => /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.test(text));
}
