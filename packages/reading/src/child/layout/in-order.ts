import type { Box } from "../../document-model";
import { findTables } from "../tables/find-tables";
import type { FoundTable, Rule } from "../tables/found-table";
import { columnsOf } from "./columns";
import { frameOf, type PlacedWord, type Region, type Segment, segmentOf } from "./placed";
import { regionsOf } from "./rows";
import { segmentsOf } from "./segments";

/** The page as shown, and the lines drawn on it. */
export type Sheet = { width: number; height: number; rules: Rule[] };

export type InOrder = { regions: Region[]; words: PlacedWord[] };

/** Regions in reading order; of several directions that text runs in, the one with most words is read first. */
export function inOrder(byDirection: PlacedWord[][], sheet: Sheet): InOrder {
  const groups = byDirection
    .map((words, direction) => ({ words, direction }))
    .filter(({ words }) => words.length > 0)
    .sort(
      (a, b) =>
        Number(a.direction > 3) - Number(b.direction > 3) || b.words.length - a.words.length,
    );
  return {
    regions: groups.flatMap(({ words, direction }): Region[] => {
      if (direction > 3) return [{ lines: obliqueLines(words) }];
      const { tables, rest } = tablesOf(words, direction, sheet);
      return columnsOf([...segmentsOf(rest), ...tables]).flatMap(regionsOf);
    }),
    words: groups.flatMap(({ words }) => words),
  };
}

/** Tables are looked for in the frame that the text reads in; each stands as one segment among the lines around it. */
function tablesOf(
  words: PlacedWord[],
  direction: number,
  sheet: Sheet,
): { tables: Segment[]; rest: PlacedWord[] } {
  const size = direction % 2 === 0 ? sheet : { width: sheet.height, height: sheet.width };
  const turn = (box: Box): Box => frameOf(box, direction, sheet);
  const originals = new Map<PlacedWord, PlacedWord>();
  for (const word of words) originals.set(direction === 0 ? word : { ...word, box: word.at }, word);
  const found = findTables({
    words: [...originals.keys()],
    rules: direction === 0 ? sheet.rules : sheet.rules.map(turn),
    width: size.width,
    height: size.height,
  });
  const taken = new Set<PlacedWord>();
  const tables = found.map((table) => {
    const cells = table.cells.map((cell) => ({
      ...cell,
      words: cell.words.map((word) => originals.get(word) ?? word),
    }));
    for (const cell of cells) for (const word of cell.words) taken.add(word);
    return tableSegment({ ...table, cells });
  });
  return { tables, rest: taken.size > 0 ? words.filter((word) => !taken.has(word)) : words };
}

/** Stamps and watermarks: their words follow each other, but stand in no line. */
function obliqueLines(words: PlacedWord[]): Segment[] {
  const lines: PlacedWord[][] = [];
  for (const word of words) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    const away = last ? Math.hypot(word.at[0] - last.at[0], word.at[1] - last.at[1]) : Infinity;
    if (line && last && away < last.at[2] + last.at[3] + 2 * word.size) line.push(word);
    else lines.push([word]);
  }
  return lines.map(segmentOf);
}

function tableSegment(table: FoundTable): Segment {
  return { words: [], at: table.box, size: 0, isBold: false, length: 0, table };
}
