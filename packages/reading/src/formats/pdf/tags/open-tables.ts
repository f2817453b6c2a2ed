import { segmentsOf } from "../../../analysis/layout/segments";
import type { TaggedBlock, TaggedPage } from "./tagged-blocks";
import { type BlockOf, type Unit, wordsIn } from "./units";

const fewestHeadings = 2;

/**
 * Opens tables by the look of the page that hold several headings of the tags, such as cards side by side. A page with tables in its tags keeps
 * all.
 */
export function withFalseTablesOpened(units: Unit[], tags: TaggedPage, blockOf: BlockOf): Unit[] {
  if (tags.tables.length > 0) return units;
  return units.flatMap((unit) => {
    if (!("table" in unit.content)) return [unit];
    const words = wordsIn(unit.content);
    const blocks = new Set(words.map(blockOf));
    if ([...blocks].filter(isHeading).length < fewestHeadings) return [unit];
    return segmentsOf(words).map((segment, index) => ({
      content: segment,
      block: segment.words.map(blockOf).find((block) => block !== null) ?? null,
      region: unit.region + index / 1_000,
    }));
  });
}

function isHeading(block: TaggedBlock | null): boolean {
  return block?.part.kind === "heading";
}
