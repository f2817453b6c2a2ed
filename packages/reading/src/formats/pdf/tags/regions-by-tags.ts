import type { MarkedPart } from "../../../analysis/layout/marked-part";
import type { OrderedRegions } from "../../../analysis/layout/order-regions";
import type { Region, Segment } from "../../../analysis/layout/page-geometry";
import type { PlacedWord } from "../../../analysis/layout/placed-word";
import { isWrittenDescription } from "../../picture-description";
import { artifact } from "../words/content-mark";
import { isOrderPrinted } from "./is-order-printed";
import { withColumnsParted } from "./part-columns";
import type { TaggedBlock, TaggedPage } from "./tagged-blocks";
import { type BlockOf, isMixed, regionsOf, type Unit, unitsOf, wordsIn } from "./units";
import { usefulParts } from "./useful-parts";
import { withTaggedTables } from "./with-tagged-tables";

const leastCovered = 0.9;
const leastInBlocks = 0.5;
const mostMixed = 0.05;
/** The share of the page's height at each end where running headers and footers are. */
const margin = 0.15;

/**
 * Returns the regions of a page with the tables, paragraphs, headings and order of its tags. Tags that disagree with the printed page do not
 * count. `ordered` are the regions by the look of the page.
 */
export function regionsByTags(
  ordered: OrderedRegions,
  tags: TaggedPage,
  page: { height: number },
): Region[] {
  const blockOf = ({ mark = -1 }: PlacedWord) => tags.blocks[tags.blockOf.get(mark) ?? -1] ?? null;
  if (!areCovered(ordered.words, blockOf)) return ordered.regions;
  const whole = withTaggedTables(unitsOf(ordered.regions, blockOf), ordered.words, tags);
  const parted = withColumnsParted(whole, blockOf);
  const isTrusted = isOrderTrusted(parted, blockOf, tags);
  const units = isTrusted ? parted : whole;
  const parts = usefulParts(units, blockOf);
  const marked = units.map((unit) => withPart(unit, parts, page));
  return regionsOf(isTrusted ? inOrder(marked, tags) : [...marked, ...picturesIn(tags)]);
}

function areCovered(words: PlacedWord[], blockOf: BlockOf): boolean {
  const inBlocks = words.filter((word) => blockOf(word)).length;
  const covered = inBlocks + words.filter(({ mark }) => mark === artifact).length;
  return covered >= leastCovered * words.length && inBlocks >= leastInBlocks * words.length;
}

function withPart(
  unit: Unit,
  parts: Map<Segment, MarkedPart>,
  { height }: { height: number },
): Unit {
  const { content } = unit;
  if (!("words" in content)) return unit;
  const [, top = 0, , own = 0] = content.words[0]?.box ?? [];
  const isInMargin = top + own < margin * height || top > (1 - margin) * height;
  const isRunning = isInMargin && content.words.every(({ mark }) => mark === artifact);
  const part = isRunning ? { isRunning } : parts.get(content);
  return part ? { ...unit, content: { ...content, part } } : unit;
}

function isPlaced({ block }: Unit): boolean {
  return block !== null && !block.isApart;
}

/** Returns a function that finds the place of a unit in the tree. */
function placesIn({ blocks }: TaggedPage): (unit: Unit) => number {
  const starts = new Map<TaggedBlock, number>();
  const places = new Map<number, number>();
  let place = 0;
  for (const block of blocks) {
    starts.set(block, place++);
    for (const content of block.contents) places.set(content, place++);
  }
  return ({ content, block }) => {
    const start = (block && starts.get(block)) ?? 0;
    const own = wordsIn(content).flatMap(({ mark = -1 }) => places.get(mark) ?? []);
    const within = own.filter(
      (each) => each > start && each <= start + (block?.contents.length ?? 0),
    );
    return Math.min(start + (block?.contents.length ?? 0), ...within);
  };
}

function isOrderTrusted(units: Unit[], blockOf: BlockOf, tags: TaggedPage): boolean {
  const placeOf = placesIn(tags);
  const mixed = units.filter(({ content }) => isMixed(content, blockOf)).length;
  const sorted = units.filter(isPlaced).sort((a, b) => placeOf(a) - placeOf(b));
  return (
    mixed <= mostMixed * units.length &&
    isOrderPrinted(
      sorted
        .filter(({ block }) => block?.part.kind !== "caption")
        .map(({ content, block }) => ({ block, words: wordsIn(content) })),
    )
  );
}

/** The texts of pictures, which come where the tree has them. */
function picturesIn({ blocks }: TaggedPage): Unit[] {
  return blocks
    .filter(({ alternative }) => alternative !== "" && isWrittenDescription(alternative))
    .map((block) => ({ content: { figure: block.alternative }, block, region: -1 }));
}

/**
 * Sorts the units by the tree. Those that are in no block of it stay after the one that is before them on the page. Notes come after the text:
 * the tree has them where they are referred to.
 */
function inOrder(units: Unit[], tags: TaggedPage): Unit[] {
  const placeOf = placesIn(tags);
  const first: Unit[] = [];
  const followers = new Map<Unit, Unit[]>();
  let own = first;
  for (const unit of units)
    if (isPlaced(unit)) {
      own = [];
      followers.set(unit, own);
    } else if (!unit.block?.isApart) own.push(unit);
  const placed = [...followers.keys(), ...picturesIn(tags)];
  placed.sort((a, b) => placeOf(a) - placeOf(b));
  const notes = units.filter(({ block }) => block?.isApart);
  const followed = placed.map((unit) => [unit, ...(followers.get(unit) ?? [])]);
  const [last, ...rest] = followed.pop() ?? [];
  return [...first, ...followed.flat(), ...(last ? [last] : []), ...notes, ...rest];
}
