import { type Segment, unionOf } from "../layout/page-geometry";
import type { LaidText } from "../layout/text-of-lines";
import { textOfLines } from "../layout/text-of-lines";

/** Splits lines into runs. Two or more adjacent lines in monospaced type are code. */
export function partedByType(lines: Segment[]): { isCode: boolean; lines: Segment[] }[] {
  const runs: { isCode: boolean; lines: Segment[] }[] = [];
  for (const line of lines) {
    const isCode = isMono(line);
    const run = runs.at(-1);
    if (run && run.isCode === isCode) run.lines.push(line);
    else runs.push({ isCode, lines: [line] });
  }
  const parted: typeof runs = [];
  for (const run of runs) {
    const last = parted.at(-1);
    const isCode = run.isCode && run.lines.length >= 2;
    if (last && !last.isCode && !isCode) last.lines.push(...run.lines);
    else parted.push({ isCode, lines: run.lines });
  }
  return parted;
}

/** Returns true if all words of the line are in monospaced type. */
export function isMono({ words }: Segment): boolean {
  return words.length > 0 && words.every((word) => word.isMono);
}

/** Joins lines of code into text. Keeps the line breaks and the indent of each line. */
export function textOfCode(lines: Segment[]): LaidText {
  const [left] = unionOf(lines.map(({ at }) => at));
  const laid: LaidText = { text: "", words: [] };
  for (const line of lines) {
    const own = textOfLines([line], new Set());
    const width = line.at[2] / Math.max(1, own.text.length);
    const indent = Math.min(40, Math.max(0, Math.round((line.at[0] - left) / Math.max(1, width))));
    laid.text += `${laid.text === "" ? "" : "\n"}${" ".repeat(indent)}`;
    const start = laid.text.length;
    laid.text += own.text;
    for (const [from, to, ...box] of own.words) laid.words.push([start + from, start + to, ...box]);
  }
  return laid;
}
