import { standsBesideTable } from "../layout/captions";
import type { PlacedWord } from "../layout/placed-word";
import {
  chunksOf,
  isAligned,
  isParted as isPartedBy,
  middleOf,
  type TextLine,
  textLinesOf,
  textOf,
} from "./text-lines";

/** Returns runs of lines in one column of a page that wide gaps split. Each run may be a table. */
export function borderlessRegions(words: PlacedWord[]): PlacedWord[][] {
  const lines = textLinesOf(words);
  return lines.filter(isParted).length < 2 ? [] : runsOf(lines);
}

function isParted(line: TextLine): boolean {
  return isPartedBy(line, 1.1);
}

function runsOf(lines: TextLine[]): PlacedWord[][] {
  const width = Math.max(...lines.map(({ box }) => box[2]));
  const runs: TextLine[][] = [];
  let index = 0;
  while (index < lines.length) {
    const line = lines[index];
    if (!line || !isParted(line)) {
      index += 1;
      continue;
    }
    const end = endOfRun(lines, index, width);
    const start = startOfRun(lines, index, runs.length > 0 ? index - 1 : 0);
    runs.push(lines.slice(start, end));
    index = Math.max(end, index + 1);
  }
  return runs
    .filter((run) => run.filter(isParted).length >= 2)
    .map((run) => run.flatMap((line) => line.words));
}

/**
 * Returns the index after the last line of a run. Lone lines between rows belong to the run. After the last row only lines that continue a
 * cell belong.
 */
function endOfRun(lines: TextLine[], start: number, width: number): number {
  let end = start + 1;
  let lone = 0;
  for (let at = start + 1; at < lines.length; at++) {
    const [above, line] = [lines[at - 1], lines[at]];
    if (!above || !line) break;
    if (pitch(above, line) > (isAligned(lines[end - 1], line) ? 5 : 2.6)) break;
    if (isParted(line)) {
      end = at + 1;
      lone = 0;
      continue;
    }
    lone += 1;
    if (lone > 3 || isProse(line, width)) break;
  }
  const [last, next] = [lines[end - 1], lines[end]];
  if (last && next && goesOnUnder(last, next)) return end + 1;
  return end;
}

function goesOnUnder(last: TextLine, next: TextLine): boolean {
  if (isParted(next) || pitch(last, next) > 1.35) return false;
  const [left, right] = [next.box[0], next.box[0] + next.box[2]];
  return chunksOf(last, 1.1).some((chunk, index) => {
    const isWithin = left > chunk.left - 0.5 * next.size && right < chunk.right + 2 * next.size;
    return isWithin && (index > 0 || /^[\p{Ll}(]/u.test(next.words[0]?.text ?? ""));
  });
}

/** Includes a lone line close above the run if the line is over the later columns only, because such a line is a head. */
function startOfRun(lines: TextLine[], index: number, least: number): number {
  let start = index;
  while (start > least) {
    const [line, below] = [lines[start - 1], lines[start]];
    if (!line || !below || isParted(line) || pitch(line, below) > 1.7) break;
    const [left] = line.box;
    if (left < below.box[0] + 0.2 * below.box[2] || line.box[2] > 0.6 * below.box[2]) break;
    if (standsBesideTable(textOf(line.words))) break;
    start -= 1;
  }
  return start;
}

function pitch(above: TextLine, below: TextLine): number {
  return (middleOf(below.box) - middleOf(above.box)) / Math.max(above.size, below.size, 1);
}

function isProse({ box, words }: TextLine, width: number): boolean {
  return box[2] > 0.75 * width && words.length > 7;
}
