import type { Box } from "@besunny/document-model/parsed-document";
import { medianOf, shareOfLine, unionOf } from "../layout/page-geometry";
import type { PlacedWord } from "../layout/placed-word";

/** Words of one line of a table, from left to right, with the box of the line. */
export type TextLine = { words: PlacedWord[]; box: Box; size: number };

/** Words without a gap between them that is as wide as `gap` times their size. */
export type Chunk = { words: PlacedWord[]; left: number; right: number };

/** Returns the lines from top to bottom. Raised and lowered marks stay with their line. */
export function textLinesOf(words: PlacedWord[]): TextLine[] {
  const sorted = [...words].sort((a, b) => middleOf(a.at) - middleOf(b.at) || a.at[0] - b.at[0]);
  const open: { words: PlacedWord[]; core: Box }[] = [];
  const lines: { words: PlacedWord[]; core: Box }[] = [];
  for (const word of sorted) {
    const home = open.findLast(({ core }) => shareOfLine(core, word.at) > 0.55);
    if (home) {
      home.words.push(word);
      if (word.at[3] > home.core[3] * 1.15) home.core = word.at;
    } else {
      const line = { words: [word], core: word.at };
      lines.push(line);
      open.push(line);
      if (open.length > 4) open.shift();
    }
  }
  return lines
    .map(({ words: own, core }): TextLine => {
      own.sort((a, b) => a.at[0] - b.at[0]);
      const [left, , width] = unionOf(own.map(({ at }) => at));
      return { words: own, box: [left, core[1], width, core[3]], size: sizeOf(own) };
    })
    .sort((a, b) => middleOf(a.box) - middleOf(b.box));
}

export function chunksOf({ words }: TextLine, gap: number): Chunk[] {
  const chunks: Chunk[] = [];
  for (const word of words) {
    const last = chunks.at(-1);
    const [left, , width] = word.at;
    if (last && left - last.right < gap * word.size) {
      last.words.push(word);
      last.right = Math.max(last.right, left + width);
    } else chunks.push({ words: [word], left, right: left + width });
  }
  return chunks;
}

/** Returns true if a line has more than one such piece. */
export function isParted({ words }: TextLine, gap: number): boolean {
  let end = Infinity;
  for (const { at, size } of words) {
    if (end !== Infinity && at[0] - end >= gap * size) return true;
    end = end === Infinity ? at[0] + at[2] : Math.max(end, at[0] + at[2]);
  }
  return false;
}

/** Returns true if most pieces of a line begin or end where pieces of the line above begin or end. */
export function isAligned(above: TextLine | undefined, line: TextLine): boolean {
  const [upper, lower] = [above ? chunksOf(above, 1.1) : [], chunksOf(line, 1.1)];
  if (upper.length < 2 || lower.length < 2 || upper.length + lower.length < 6) return false;
  const near = 0.5 * line.size;
  const aligned = lower.filter(({ left, right }) =>
    upper.some((each) => Math.abs(each.left - left) < near || Math.abs(each.right - right) < near),
  );
  return aligned.length >= 0.7 * lower.length && upper.length <= 2 * lower.length;
}

export function middleOf([, y, , height]: Box): number {
  return y + height / 2;
}

function sizeOf(words: PlacedWord[]): number {
  return words.length === 0 ? 10 : medianOf(words.map(({ size }) => size));
}

export function textOf(words: PlacedWord[]): string {
  return words
    .map(({ text, isGlued }, index) => (isGlued || index === 0 ? text : ` ${text}`))
    .join("");
}

const blanks = /^([-–—−.…:*/xX]{1,4}|n\.?\/?[ap]\.?|na|nil|nd|\(?[a-z*]\)?)$/i;

/** Returns true for a figure, an amount, a percentage, a date or a sign for a missing value. Sentences do not wrap into such text. */
export function isValue(text: string): boolean {
  const bare = text.replace(/\s+/g, "");
  if (bare === "") return false;
  const digits = bare.match(/\d/g)?.length ?? 0;
  if (digits === 0) return blanks.test(bare);
  const letters = bare.match(/\p{L}/gu)?.length ?? 0;
  return (
    letters <= 3 &&
    digits + (bare.match(/[.,%$€£¥()+\-–−/:<>≤≥*~±']/g)?.length ?? 0) >= bare.length * 0.6
  );
}
