import type { Region, Segment } from "../../../analysis/layout/page-geometry";
import type { PlacedWord } from "../../../analysis/layout/placed-word";
import type { TaggedBlock } from "./tagged-blocks";

/**
 * A line, table or text of a picture, and the block of the tree that most of its words are of. `region` is the number of its region by the look
 * of the page.
 */
export type Unit = { content: Segment | Region; block: TaggedBlock | null; region: number };

export type BlockOf = (word: PlacedWord) => TaggedBlock | null;

/** Returns the lines and tables of regions in their order. */
export function unitsOf(regions: Region[], blockOf: BlockOf): Unit[] {
  return regions.flatMap((region, index): Unit[] => {
    const contents = "lines" in region ? region.lines : [region];
    return contents.map((content) => ({
      content,
      block: mainBlock(wordsIn(content), blockOf),
      region: index,
    }));
  });
}

/** Returns the words of a line or of a table. */
export function wordsIn(content: Unit["content"]): PlacedWord[] {
  if ("words" in content) return content.words;
  if ("table" in content) return content.table.cells.flatMap((cell) => cell.words);
  return "lines" in content ? content.lines.flatMap((line) => line.words) : [];
}

/** Returns the lines among the units. */
export function linesIn(units: Unit[]): { line: Segment; block: TaggedBlock | null }[] {
  return units.flatMap(({ content, block }) =>
    "words" in content ? [{ line: content, block }] : [],
  );
}

/** Returns true for a line with words of several blocks. */
export function isMixed(content: Unit["content"], blockOf: BlockOf): boolean {
  if (!("words" in content)) return false;
  const [first, ...rest] = content.words.flatMap((word) => blockOf(word) ?? []);
  return rest.some((block) => block !== first);
}

/** Joins lines that follow each other and had one region before. */
export function regionsOf(units: Unit[]): Region[] {
  const regions: Region[] = [];
  let before = -1;
  for (const { content, region } of units) {
    const last = regions.at(-1);
    if (!("words" in content)) regions.push(content);
    else if (last && "lines" in last && region === before) last.lines.push(content);
    else regions.push({ lines: [content] });
    before = region;
  }
  return regions;
}

/** Returns the block with the most words; words of no block do not count. */
function mainBlock(words: PlacedWord[], blockOf: BlockOf): TaggedBlock | null {
  const counts = new Map<TaggedBlock, number>();
  for (const block of words.flatMap((word) => blockOf(word) ?? []))
    counts.set(block, (counts.get(block) ?? 0) + 1);
  let best: [TaggedBlock | null, number] = [null, 0];
  for (const each of counts) if (each[1] > best[1]) best = each;
  return best[0];
}
