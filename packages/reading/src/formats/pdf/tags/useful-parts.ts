import type { MarkedPart } from "../../../analysis/layout/marked-part";
import type { Segment } from "../../../analysis/layout/page-geometry";
import { paragraphsOf } from "../../../analysis/layout/paragraphs";
import type { TaggedBlock } from "./tagged-blocks";
import { type BlockOf, isMixed, linesIn, type Unit } from "./units";

const mostInHeadings = 0.4;
const longestHeading = 250;
const mostHeadingLines = 5;

type Marked = ReturnType<typeof linesIn>;

/**
 * Returns the parts of lines that can be believed. Some programs mark all text as headings, or each line as a paragraph. A line of several blocks
 * is left to its look.
 */
export function usefulParts(units: Unit[], blockOf: BlockOf): Map<Segment, MarkedPart> {
  const marked = linesIn(units).filter(({ line }) => !isMixed(line, blockOf));
  const areHeads = areHeadings(marked);
  const arePlain = areParagraphs(units);
  const useful = new Map<Segment, MarkedPart>();
  for (const [block, own] of Map.groupBy(marked, (each) => each.block)) {
    const part = block?.part;
    if (!part) continue;
    const isBelieved = isHead(block)
      ? areHeads && mayBeHeading(own)
      : part.kind !== undefined || (arePlain && !part.isLoose);
    if (isBelieved) for (const { line } of own) useful.set(line, part);
  }
  return useful;
}

function mayBeHeading(own: Marked): boolean {
  const first = own[0]?.line.words[0]?.text ?? "";
  return (
    lengthOf(own) <= longestHeading && own.length <= mostHeadingLines && !/^\p{Ll}{2}/u.test(first)
  );
}

function isHead(block: TaggedBlock | null): boolean {
  return block?.part.kind === "heading" || block?.part.kind === "title";
}

function areHeadings(marked: Marked): boolean {
  const heads = marked.filter(({ block }) => isHead(block));
  return lengthOf(heads) <= Math.max(longestHeading, mostInHeadings * lengthOf(marked));
}

function lengthOf(marked: Marked): number {
  return marked.reduce((sum, { line }) => sum + line.length, 0);
}

/** Returns false if the tags begin a paragraph at most of the lines that look as if they went on. */
function areParagraphs(units: Unit[]): boolean {
  let [within, across] = [0, 0];
  for (const [, own] of Map.groupBy(units, ({ region }) => region)) {
    const lines = linesIn(own);
    if (lines.length === 0) continue;
    const blocks = new Map(lines.map(({ line, block }) => [line, block]));
    for (const paragraph of paragraphsOf(lines.map(({ line }) => line)))
      for (const [index, line] of paragraph.slice(1).entries()) {
        const before = paragraph[index];
        if (before && blocks.get(before) === blocks.get(line)) within += 1;
        else across += 1;
      }
  }
  return across <= within;
}
