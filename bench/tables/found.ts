import type { Box, Cell, ParsedDocument } from "@besunny/document-model/parsed-document";
import { type Count, compare, relationsOf, sizeOf } from "./relations";
import { boxOn, type TruthCell, type TruthDocument } from "./truth";

/** `box` is in points of the page as shown, origin top left. */
export type Table = { page: number; box: Box; cells: TruthCell[] };

export function tablesOf({ blocks }: ParsedDocument): Table[] {
  return blocks.flatMap((block) =>
    block.cells && block.boxes?.[0]
      ? [{ page: block.page, box: block.boxes[0], cells: block.cells.map(asTruthCell) }]
      : [],
  );
}

function asTruthCell({ row, column, rowSpan = 1, columnSpan = 1, text }: Cell): TruthCell {
  return { row, column, rowSpan, columnSpan, text };
}

/**
 * Compares each table of the truth with the found table of its page that shares most relations with it. The best pair comes first,
 * and no table is used twice. The rest counts against us: relations of missed tables as missed, those of false tables as false.
 */
export function endToEnd(truth: TruthDocument, found: Table[]): Count {
  const wanted = truth.tables.map((table) => ({ table, relations: relationsOf(table.cells) }));
  const given = found.map((table) => ({ table, relations: relationsOf(table.cells) }));
  const pairs = wanted
    .flatMap((a) =>
      given
        .filter((b) => a.table.page === b.table.page)
        .map((b) => ({ a, b, same: compare(b.relations, a.relations).same })),
    )
    .filter(({ same }) => same > 0)
    .sort((a, b) => b.same - a.same);
  const taken = new Set<unknown>();
  let same = 0;
  for (const pair of pairs) {
    if (taken.has(pair.a) || taken.has(pair.b)) continue;
    taken.add(pair.a).add(pair.b);
    same += pair.same;
  }
  const sum = (all: { relations: Map<string, number> }[]) =>
    all.reduce((total, { relations }) => total + sizeOf(relations), 0);
  return { same, found: sum(given), truth: sum(wanted) };
}

export type Detection = { characters: Count; tables: number; complete: number; pure: number };

/** Counts characters: those of the words whose middle is in a region of the truth, and in a table that was found. */
export function detection(truth: TruthDocument, found: Table[], model: ParsedDocument): Detection {
  const result: Detection = {
    characters: { same: 0, found: 0, truth: 0 },
    tables: truth.tables.length,
    complete: 0,
    pure: 0,
  };
  for (const page of model.pages) {
    const regions = truth.tables
      .filter((table) => table.page === page.number)
      .map((table) => boxOn(page, table));
    const boxes = found.filter((table) => table.page === page.number).map(({ box }) => box);
    const [inRegions, inBoxes] = [
      regions.map(() => new Map<number, number>()),
      new Map<number, number>(),
    ];
    for (const [start, end, ...box] of page.words) {
      const length = end - start;
      const region = regions.findIndex((each) => isInside(box, each));
      const own = boxes.findIndex((each) => isInside(box, each));
      if (region >= 0) result.characters.truth += length;
      if (own >= 0) result.characters.found += length;
      if (own >= 0 && region >= 0) result.characters.same += length;
      if (own >= 0) inBoxes.set(own, (inBoxes.get(own) ?? 0) + length);
      const share = inRegions[region];
      if (share) share.set(own, (share.get(own) ?? 0) + length);
    }
    for (const shares of inRegions) {
      const [own, most] = [...shares].reduce((a, b) => (b[1] > a[1] ? b : a), [-1, 0]);
      const total = [...shares.values()].reduce((sum, each) => sum + each, 0);
      if (own >= 0 && most === total) result.complete += 1;
      if (own >= 0 && most === inBoxes.get(own)) result.pure += 1;
    }
  }
  return result;
}

function isInside([x, y, width, height]: Box, [left, top, w, h]: Box): boolean {
  const [cx, cy] = [x + width / 2, y + height / 2];
  return cx >= left && cx <= left + w && cy >= top && cy <= top + h;
}
