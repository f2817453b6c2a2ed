import type { Piece, PiecedLine } from "./table-pieces";
import { middleOf } from "./text-lines";

type Block = { from: number; to: number; words: Piece["words"]; first: number; last: number };

/** Reads heads by columns. Lines below each other are one cell, unless one of them covers several others. */
export function headRows(lines: PiecedLine[]): Piece[][] {
  const blocks: Block[] = [];
  for (const [index, { pieces }] of lines.entries())
    for (const { from, to, words } of pieces) {
      const above = blocks.findLast((block) => block.from <= to && block.to >= from);
      if (above && above.from === from && above.to === to && isNear(lines, above.last, index)) {
        above.words.push(...words);
        above.last = index;
      } else blocks.push({ from, to, words: [...words], first: index, last: index });
    }
  const levels = new Map<Block, number>();
  for (const block of [...blocks].sort((a, b) => b.last - a.last || b.first - a.first)) {
    const below = blocks.filter(
      (other) => other.first > block.last && other.from <= block.to && other.to >= block.from,
    );
    levels.set(block, Math.max(-1, ...below.map((other) => levels.get(other) ?? 0)) + 1);
  }
  for (const block of blocks)
    if (isAlone(block, blocks)) levels.set(block, levelBeside(block, levels));
  const depth = Math.max(-1, ...levels.values()) + 1;
  return Array.from({ length: depth }, (_, row) =>
    blocks
      .filter((block) => levels.get(block) === depth - 1 - row)
      .map(({ from, to, words }): Piece => ({ from, to, words, isValue: false })),
  );
}

function isAlone(block: Block, blocks: Block[]): boolean {
  return !blocks.some(
    (other) => other !== block && other.from <= block.to && other.to >= block.from,
  );
}

/** Returns the level of the heads on the same lines. Beside several levels, returns the lowest number. */
function levelBeside(block: Block, levels: Map<Block, number>): number {
  const beside = [...levels].filter(
    ([other]) => other !== block && other.first <= block.last && other.last >= block.first,
  );
  return beside.length > 0 ? Math.min(...beside.map(([, level]) => level)) : 0;
}

function isNear(lines: PiecedLine[], above: number, below: number): boolean {
  const [a, b] = [lines[above], lines[below]];
  if (!a || !b) return false;
  return middleOf(b.box) - middleOf(a.box) < 1.9 * Math.max(a.size, b.size);
}
