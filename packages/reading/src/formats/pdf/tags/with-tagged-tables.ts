import { type Segment, segmentOf } from "../../../analysis/layout/page-geometry";
import type { PlacedWord } from "../../../analysis/layout/placed-word";
import { linesOf } from "../../../analysis/layout/rows";
import type { FoundTable } from "../../../analysis/tables/found-table";
import type { TaggedPage } from "./tagged-blocks";
import { taggedTable } from "./tagged-tables";
import { type Unit, wordsIn } from "./units";

/** Puts the tables of the tags in place of the lines and tables that have the same words. */
export function withTaggedTables(units: Unit[], words: PlacedWord[], tags: TaggedPage): Unit[] {
  const byMark = Map.groupBy(words, ({ mark = -1 }) => mark);
  const wordsOf = (contents: number[]) => contents.flatMap((mark) => byMark.get(mark) ?? []);
  let result = units;
  for (const [index, element] of tags.tables.entries()) {
    const table = taggedTable(element, wordsOf);
    const block = tags.blocks.find((each) => each.table === index);
    if (table && block) result = replaced(result, { content: { table }, block, region: -1 }, table);
  }
  return result;
}

/** Leaves a larger table of the look of the page, of which the tags name only a part. */
function replaced(units: Unit[], unit: Unit, table: FoundTable): Unit[] {
  const marks = new Set(table.cells.flatMap((cell) => cell.words.map(({ mark = -1 }) => mark)));
  const isOther = ({ mark = -1 }: PlacedWord) => !marks.has(mark);
  const isLarger = ({ content }: Unit) => {
    if (!("table" in content)) return false;
    const all = wordsIn(content);
    const others = all.filter(isOther).length;
    return others < all.length && others > 0.3 * all.length;
  };
  if (units.some(isLarger)) return units;
  const before: Unit[] = [];
  const after: Unit[] = [];
  let isMet = false;
  for (const each of units) {
    const rest = wordsIn(each.content).filter(isOther);
    const isTouched = rest.length < wordsIn(each.content).length;
    isMet ||= isTouched;
    if (!isTouched) (isMet ? after : before).push(each);
    else
      for (const line of linesLeft(each, rest))
        (line.at[1] < table.box[1] ? before : after).push({ ...each, content: line });
  }
  return isMet ? [...before, unit, ...after] : units;
}

function linesLeft({ content }: Unit, rest: PlacedWord[]): Segment[] {
  if (rest.length === 0) return [];
  return "words" in content ? [segmentOf(rest)] : linesOf(rest);
}
