import { readFile } from "node:fs/promises";
import type { Box } from "@besunny/document-model/parsed-document";
import { frameOf } from "@besunny/reading/analysis/layout/page-geometry";
import { tableIn } from "@besunny/reading/analysis/tables/find-tables";
import type { FoundCell } from "@besunny/reading/analysis/tables/found-table";
import { openPdf, type PdfDocument } from "@besunny/reading/formats/pdf/pdfium/pdfium";
import { placementOf } from "@besunny/reading/formats/pdf/pdfium/placement";
import { pageRules } from "@besunny/reading/formats/pdf/rules/page-rules";
import { readPageWords } from "@besunny/reading/formats/pdf/words/read-page-words";
import { add, type Count, compare, none, relationsOf } from "./relations";
import { boxOn, type TruthCell, type TruthDocument, type TruthTable } from "./truth";

/** Scores the structure alone: our cells in the regions of the truth. */
export async function givenRegions({ pdf, tables }: TruthDocument): Promise<Count> {
  const document = await openPdf(await readFile(pdf));
  try {
    return tables
      .map((table) => compare(relationsOf(cellsIn(document, table)), relationsOf(table.cells)))
      .reduce(add, none);
  } finally {
    document.close();
  }
}

/** The direction that most of the region's words run in is the one that it is read in. */
export function cellsIn({ pdfium, handle }: PdfDocument, table: TruthTable): TruthCell[] {
  const page = pdfium.FPDF_LoadPage(handle, table.page - 1);
  if (page === 0) return [];
  try {
    const placement = placementOf(pdfium, page);
    const region = boxOn(placement.size, table);
    const { byDirection } = readPageWords(pdfium, page, placement);
    const inside = byDirection.map(
      (words) => words.filter(({ box }) => isInside(box, region)).length,
    );
    const direction = inside.indexOf(Math.max(...inside));
    const turn = (box: Box) => frameOf(box, direction, placement.size);
    const isTurned = direction % 2 === 1;
    const area = {
      words: byDirection[direction] ?? [],
      rules: pageRules(pdfium, page, placement).map(turn),
      width: isTurned ? placement.size.height : placement.size.width,
      height: isTurned ? placement.size.width : placement.size.height,
    };
    return tableIn(area, turn(region))?.cells.map(asTruthCell) ?? [];
  } finally {
    pdfium.FPDF_ClosePage(page);
  }
}

function isInside([x, y, width, height]: Box, [left, top, w, h]: Box): boolean {
  const [cx, cy] = [x + width / 2, y + height / 2];
  return cx >= left && cx <= left + w && cy >= top && cy <= top + h;
}

function asTruthCell({ words, ...cell }: FoundCell): TruthCell {
  return { ...cell, text: words.map(({ text }) => text).join(" ") };
}
