import { rangeAddress, rangeStart } from "./cell-address";
import type { Block, Box, Locator, Page, ParsedDocument, Span, Word } from "./parsed-document";

/** Returns the place of `span` in the terms of the document's format. A span over several pages has the place of its start. */
export function locate(document: ParsedDocument, span: Span): Locator {
  const block = blockAt(document.blocks, span[0]);
  const page = document.pages[(block?.page ?? 1) - 1];
  if (!block || !page) return { block: document.blocks[0]?.id ?? "b1" };
  if (page.kind === "page" || page.kind === "image") return onPage(page, block, span);
  if (page.kind === "sheet" && block.cells) return inSheet(page, block, span);
  if (page.kind === "slide") return { slide: page.number, block: block.id };
  return document.pages.length > 1 ? { block: block.id, page: page.number } : { block: block.id };
}

/** Returns the words of the document at `span`, unchanged. */
export function quoteAt(document: ParsedDocument, span: Span): string {
  return document.text.slice(...span);
}

/** The block that holds the offset, or the next one after it. */
function blockAt(blocks: Block[], offset: number): Block | undefined {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.span[1] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return blocks[low];
}

function onPage(page: Page, block: Block, [start, end]: Span): Locator {
  const hit = page.words.filter((word) => word[0] < end && word[1] > start);
  if (hit.length > 0) return { page: page.number, boxes: linesOf(hit) };
  return { page: page.number, boxes: block.boxes ?? [] };
}

function linesOf(words: Word[]): Box[] {
  const lines: Box[] = [];
  for (const [, , x, y, width, height] of words) {
    const line = lines.at(-1);
    if (line && sameLine(line, [x, y, width, height])) {
      const right = Math.max(line[0] + line[2], x + width);
      const bottom = Math.max(line[1] + line[3], y + height);
      line[0] = Math.min(line[0], x);
      line[1] = Math.min(line[1], y);
      line[2] = right - line[0];
      line[3] = bottom - line[1];
    } else lines.push([x, y, width, height]);
  }
  return lines;
}

function sameLine(line: Box, box: Box): boolean {
  const overlap = Math.min(line[1] + line[3], box[1] + box[3]) - Math.max(line[1], box[1]);
  const gap = box[0] - (line[0] + line[2]);
  return overlap > 0.5 * Math.min(line[3], box[3]) && gap < 6 * box[3] && gap > -line[2];
}

function inSheet(page: Page, block: Block, [start, end]: Span): Locator {
  const origin = rangeStart(block.range ?? "A1");
  const cells = (block.cells ?? []).filter(
    ({ span }) => span[0] < end && span[1] > start && span[1] > span[0],
  );
  const sheet = page.label ?? String(page.number);
  if (cells.length === 0) return { sheet, range: block.range ?? "A1" };
  const rows = cells.map(({ row }) => origin.row + row);
  const columns = cells.map(({ column }) => origin.column + column);
  return {
    sheet,
    range: rangeAddress(
      { row: Math.min(...rows), column: Math.min(...columns) },
      { row: Math.max(...rows), column: Math.max(...columns) },
    ),
  };
}
