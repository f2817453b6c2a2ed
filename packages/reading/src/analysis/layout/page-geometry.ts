import type { Box } from "@besunny/document-model/parsed-document";
import type { FoundTable } from "../tables/found-table";
import type { MarkedPart } from "./marked-part";
import { isRtlWord, type PlacedWord } from "./placed-word";

/** Words of one line without a wide gap between them. */
export type Segment = {
  words: PlacedWord[];
  at: Box;
  size: number;
  isBold: boolean;
  /** A word of it is in a script that is written from the right. */
  isRtl: boolean;
  length: number;
  /** Set if the segment is a whole table. */
  table?: FoundTable;
  part?: MarkedPart;
};

/** The content of a region of the page, in reading order. `figure` is the text that an author wrote for a picture. */
export type Region = { lines: Segment[] } | { table: FoundTable } | { figure: string };

/** Joins words of one line into a segment. */
export function segmentOf(words: PlacedWord[]): Segment {
  let [length, bold, isRtl] = [0, 0, false];
  for (const word of words) {
    const own = word.text.length + 1;
    length += own;
    if (word.isBold) bold += own;
    isRtl ||= isRtlWord(word);
  }
  return {
    words,
    at: unionOf(words.map(({ at }) => at)),
    size: medianOf(words.map(({ size }) => size)),
    isBold: bold > length * 0.7,
    isRtl,
    length,
  };
}

/** Returns the smallest box around all boxes, or an empty box for an empty list. */
export function unionOf(boxes: Box[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box[0]);
    top = Math.min(top, box[1]);
    right = Math.max(right, box[0] + box[2]);
    bottom = Math.max(bottom, box[1] + box[3]);
  }
  return left === Infinity ? [0, 0, 0, 0] : [left, top, right - left, bottom - top];
}

export function medianOf(values: number[]): number {
  const [first = 0] = values;
  if (values.every((value) => value === first)) return first;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** Returns the overlap in height of two boxes, as a share of the lower box. The share is 1 at most; negative means a gap. */
export function shareOfLine(a: Box, b: Box): number {
  const overlap = Math.min(a[1] + a[3], b[1] + b[3]) - Math.max(a[1], b[1]);
  return overlap / Math.max(0.01, Math.min(a[3], b[3]));
}

/** Converts a word of a resized image to the coordinates of the page. */
export function scaledBack(word: PlacedWord, scale: number): PlacedWord {
  const { box, at } = word;
  return {
    ...word,
    size: word.size / scale,
    box: [box[0] / scale, box[1] / scale, box[2] / scale, box[3] / scale],
    at: [at[0] / scale, at[1] / scale, at[2] / scale, at[3] / scale],
  };
}

/** Returns the box in a frame turned so that text of this direction (quarter turns clockwise) reads from left to right. */
export function frameOf(
  [x, y, width, height]: Box,
  direction: number,
  page: { width: number; height: number },
): Box {
  if (direction === 1) return [y, page.width - x - width, height, width];
  if (direction === 2) return [page.width - x - width, page.height - y - height, width, height];
  if (direction === 3) return [page.height - y - height, x, height, width];
  return [x, y, width, height];
}
