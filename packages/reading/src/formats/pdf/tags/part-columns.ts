import { medianOf, segmentOf } from "../../../analysis/layout/page-geometry";
import type { PlacedWord } from "../../../analysis/layout/placed-word";
import { type BlockOf, isMixed, type Unit, wordsIn } from "./units";

const fewestLines = 3;
const leastGap = 0.5;
/** Fewer words on a side are numbers or labels beside a text. */
const fewestWords = 3;

/**
 * Parts lines that run across two columns. Their words are of two blocks, one left and one right of a gutter that several such lines have in
 * common.
 */
export function withColumnsParted(units: Unit[], blockOf: BlockOf): Unit[] {
  const gaps = units.flatMap((unit) => {
    const gap = isMixed(unit.content, blockOf)
      ? gapBetweenBlocks(wordsIn(unit.content), blockOf)
      : null;
    return gap ? [{ unit, gap }] : [];
  });
  const covering = (x: number) => gaps.filter(({ gap }) => gap.from <= x && x <= gap.to);
  const [gutter = 0] = gaps
    .map(({ gap }) => gap.to)
    .sort((a, b) => covering(b).length - covering(a).length);
  const atGutter = new Map(covering(gutter).map(({ unit, gap }) => [unit, gap]));
  const sides = [...atGutter].map(([{ content }, { index }]) =>
    Math.min(index, wordsIn(content).length - index),
  );
  if (atGutter.size < fewestLines || medianOf(sides) < fewestWords) return units;
  return units.flatMap((unit) => {
    const gap = atGutter.get(unit);
    return gap ? parted(unit, gap, blockOf) : [unit];
  });
}

/** `index` is the number of the first word behind the gap. */
type Gap = { index: number; from: number; to: number };

function gapBetweenBlocks(words: PlacedWord[], blockOf: BlockOf): Gap | null {
  const [first, last] = [words.find(blockOf), words.findLast(blockOf)];
  if (!first || !last) return null;
  const index = words.findIndex((word) => blockOf(word) === blockOf(last));
  const isPure = words
    .slice(index)
    .every((word) => (blockOf(word) ?? blockOf(last)) === blockOf(last));
  const [before, after] = [words[index - 1], words[index]];
  if (!isPure || !before || !after) return null;
  const [from, to] = [before.at[0] + before.at[2], after.at[0]];
  return to - from > leastGap * after.size ? { index, from, to } : null;
}

function parted({ content, region }: Unit, { index }: Gap, blockOf: BlockOf): Unit[] {
  const words = wordsIn(content);
  return [words.slice(0, index), words.slice(index)].map((own, side) => {
    const named = own.find(blockOf);
    return {
      content: segmentOf(own),
      block: named ? blockOf(named) : null,
      region: region + side / 2,
    };
  });
}
