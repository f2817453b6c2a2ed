import type { PlacedWord } from "../layout/placed-word";
import type { Rule } from "./found-table";
import { chunksOf, isAligned, middleOf, type TextLine, textLinesOf } from "./text-lines";

/** Returns the words between horizontal lines that are below each other, from a table's first line to its last. */
export function halfRuledRegions(words: PlacedWord[], rules: Rule[], size: number): PlacedWord[][] {
  const found: PlacedWord[][] = [];
  for (const group of stacked(levels(rules, size), size)) {
    let run: TextLine[] = [];
    let isTable = false;
    const close = () => {
      if (isTable)
        for (const part of partedAtGaps(run))
          found.push(trimmed(part).flatMap((line) => line.words));
      [run, isTable] = [[], false];
    };
    for (const [index, above] of group.entries()) {
      const below = group[index + 1];
      if (!below) break;
      const lines = textLinesOf(words.filter((word) => isBetween(word, above, below)));
      const kind = kindOf(lines, above);
      if (kind === "text") close();
      else run.push(...lines);
      isTable ||= kind === "table";
    }
    close();
  }
  return found;
}

/** Splits lines at wide vertical gaps, unless the columns continue after the gap. */
function partedAtGaps(lines: TextLine[]): TextLine[][] {
  const parts: TextLine[][] = [];
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    const pitch = above
      ? (middleOf(line.box) - middleOf(above.box)) / Math.max(above.size, line.size)
      : Infinity;
    if (pitch > 3.2 && !(above && isAligned(above, line))) parts.push([line]);
    else parts.at(-1)?.push(line);
  }
  return parts.filter((part) => part.some((line) => chunksOf(line, 0.9).length >= 2));
}

/** Joins pieces at one height into one line. Leaves out lines that cannot bound a table. */
function levels(rules: Rule[], size: number): Rule[] {
  const across = rules.filter(([, , width, height]) => width >= height).sort((a, b) => a[1] - b[1]);
  const rows: Rule[][] = [];
  for (const rule of across) {
    const row = rows.at(-1);
    if (row && rule[1] - (row[0]?.[1] ?? 0) < 2.5) row.push(rule);
    else rows.push([rule]);
  }
  return rows.flatMap((row) => {
    const joined: Rule[] = [];
    for (const [x, y, width] of row.sort((a, b) => a[0] - b[0])) {
      const last = joined.at(-1);
      if (last && x - (last[0] + last[2]) < 2.5 * size)
        last[2] = Math.max(last[2], x + width - last[0]);
      else joined.push([x, y, width, 0]);
    }
    return joined.filter(([, , width]) => width > 10 * size);
  });
}

function stacked(lines: Rule[], size: number): Rule[][] {
  const groups: Rule[][] = [];
  for (const line of lines) {
    const group = groups.findLast(([first]) => first && areAlike(first, line, size));
    if (group) group.push(line);
    else groups.push([line]);
  }
  return groups.filter(({ length }) => length >= 2);
}

function areAlike(a: Rule, b: Rule, size: number): boolean {
  return Math.abs(a[0] - b[0]) < 2 * size && Math.abs(a[0] + a[2] - b[0] - b[2]) < 2 * size;
}

function isBetween({ at, size }: PlacedWord, above: Rule, below: Rule): boolean {
  const [x, y] = [at[0] + at[2] / 2, middleOf(at)];
  const [left, right] = [
    Math.min(above[0], below[0]),
    Math.max(above[0] + above[2], below[0] + below[2]),
  ];
  return y > above[1] && y < below[1] && x > left - size && x < right + size;
}

/** Returns "table" if enough lines have several pieces. An empty band, or one or two short lines, can be either. */
function kindOf(lines: TextLine[], [, , width]: Rule): "table" | "text" | "either" {
  const parted = lines.filter((line) => chunksOf(line, 0.9).length >= 2).length;
  if (parted === 0 && lines.length <= 2)
    return lines.some(({ box }) => box[2] > 0.9 * width) ? "text" : "either";
  const isLoose = lines.filter(({ box }) => box[2] < 0.8 * width).length > 0.5 * lines.length;
  return parted >= (isLoose ? 0.3 : 0.45) * lines.length ? "table" : "text";
}

/** Drops titles and sources between the outermost lines, because they are not rows. */
function trimmed(lines: TextLine[]): TextLine[] {
  const isRow = (line: TextLine) => chunksOf(line, 0.9).length >= 2;
  const first = lines.findIndex(isRow);
  return lines.slice(first, lines.findLastIndex(isRow) + 1 + trailing(lines));
}

/** Counts the lines close below the last row, which continue one of its cells. */
function trailing(lines: TextLine[]): number {
  const last = lines.findLastIndex((line) => chunksOf(line, 0.9).length >= 2);
  let count = 0;
  for (let at = last + 1; at < lines.length; at++) {
    const [above, line] = [lines[at - 1], lines[at]];
    if (!above || !line || middleOf(line.box) - middleOf(above.box) > 1.5 * line.size) break;
    count += 1;
  }
  return count;
}
