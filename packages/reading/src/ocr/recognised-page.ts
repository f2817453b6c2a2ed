import type { Box } from "@besunny/document-model/parsed-document";
import type { ReadPage } from "../analysis/blocks/read-page";
import { orderRegions } from "../analysis/layout/order-regions";
import type { Region, Segment } from "../analysis/layout/page-geometry";
import type { PlacedWord } from "../analysis/layout/placed-word";
import type { FoundTable } from "../analysis/tables/found-table";
import type { ReaderInput } from "../contract/reader-input";
import type { SeenLine } from "./engine/engine";
import type { Grey } from "./image/grey";
import { recognise } from "./recognise";

export type RecognisedPage = Pick<ReadPage, "quality" | "regions" | "words">;

/**
 * Reads the text of a picture in reading order. Boxes are in the picture as given, divided by `pixelsPerUnit` (for a page drawn for
 * reading: pixels per point). Orders the text in the upright frame.
 */
export async function recognisedPage(
  grey: Grey,
  source: Pick<ReaderInput, "recognising" | "nativeTools" | "languages">,
  pixelsPerUnit = 1,
): Promise<RecognisedPage> {
  const { lines, rules, quality, width, height, scale, back } = await recognise(grey, source);
  const unit = scale * pixelsPerUnit;
  const own = new Map<PlacedWord, Box>();
  for (const line of lines)
    for (const word of line.words)
      own.set(placedWord(word.text, word.box, { line, unit }), word.box);
  const { regions, words } = orderRegions([[...own.keys()]], {
    width: width / unit,
    height: height / unit,
    rules: rules.map((rule) => divided(rule, unit)),
  });
  const given = (box: Box) => divided(back(box), pixelsPerUnit);
  const placed = new Map(
    words.map((word) => [word, { ...word, box: given(own.get(word) ?? word.box) }]),
  );
  const move: Move = {
    word: (word) => placed.get(word) ?? word,
    box: (box) => given(divided(box, 1 / unit)),
  };
  return {
    quality,
    regions: regions.map((region) => moved(region, move)),
    words: words.map(move.word),
  };
}

/** Places a word. All words of a line get the height of the line, so that they count as one line. */
function placedWord(
  text: string,
  box: Box,
  { line, unit }: { line: SeenLine; unit: number },
): PlacedWord {
  const at = divided([box[0], line.box[1], box[2], Math.max(1, line.box[3])], unit);
  return {
    text: text.normalize("NFKC").replace(/\s+/g, ""),
    box: at,
    at,
    size: at[3] * 0.75,
    isBold: false,
    isGlued: false,
  };
}

function divided([x, y, width, height]: Box, by: number): Box {
  return [x / by, y / by, width / by, height / by];
}

type Move = { word(word: PlacedWord): PlacedWord; box(box: Box): Box };

function moved(region: Region, move: Move): Region {
  if ("table" in region) return { table: movedTable(region.table, move) };
  if ("figure" in region) return region;
  return { lines: region.lines.map((segment) => movedSegment(segment, move)) };
}

function movedSegment(segment: Segment, move: Move): Segment {
  return {
    ...segment,
    words: segment.words.map(move.word),
    ...(segment.table && { table: movedTable(segment.table, move) }),
  };
}

function movedTable(table: FoundTable, move: Move): FoundTable {
  return {
    ...table,
    box: move.box(table.box),
    cells: table.cells.map((cell) => ({
      ...cell,
      box: move.box(cell.box),
      words: cell.words.map(move.word),
    })),
  };
}
