import type { CellInput, DocumentBuilder } from "@besunny/document-model/document-builder";
import type { Box } from "@besunny/document-model/parsed-document";
import { formBreaks } from "../layout/form-lines";
import { type Segment, unionOf } from "../layout/page-geometry";
import { paragraphsOf } from "../layout/paragraphs";
import { linesOf } from "../layout/rows";
import { round, textOfLines } from "../layout/text-of-lines";
import { continuationOf } from "../tables/across-pages";
import type { FoundTable } from "../tables/found-table";
import { partedByType, textOfCode } from "./code-lines";
import type { DocumentStyle } from "./document-style";
import { type Part, withHeadingsByContext } from "./headings-by-context";
import { linksIn } from "./page-links";
import { paragraphRole, type Role } from "./paragraph-role";
import type { ReadPage } from "./read-page";
import { bearsNumber, isRunningLine, marginKind, numberLineOf } from "./running-lines";

/** `lastTable` is the table at the end of the previous page, which may continue. */
export type Writing = {
  builder: DocumentBuilder;
  style: DocumentStyle;
  lastTable: LastTable | null;
};

type LastTable = { table: FoundTable; id: string };

/** Adds a page and its blocks in reading order. */
export function addPageBlocks(writing: Writing, page: ReadPage) {
  const { builder } = writing;
  const { kind, width, height, rotation, recognised, quality, label } = page;
  const { number } = builder.startPage({
    kind,
    width: round(width),
    height: round(height),
    rotation,
    recognised,
    quality,
    ...(label && { label }),
  });
  if (page.hidden) builder.hide(page.hidden);
  const numberLine = numberLineOf(page, number, writing.style.running);
  let before = writing.lastTable;
  writing.lastTable = null;
  for (const [index, region] of page.regions.entries()) {
    const next = page.regions[index + 1];
    const following = next && "lines" in next ? next.lines.slice(0, 3) : [];
    if ("figure" in region) builder.add({ kind: "figure", text: region.figure });
    else if ("table" in region) {
      writing.lastTable = addFoundTable(writing, region.table, page, before);
      before = null;
    } else if (addLines(region.lines, page, writing, { number, numberLine, following })) {
      before = null;
      writing.lastTable = null;
    }
  }
  for (const text of page.comments ?? []) builder.add({ kind: "comment", text });
}

/** `following` holds the first lines of the next region. */
type Place = { number: number; numberLine: Segment | undefined; following: Segment[] };

/** Adds the blocks of the lines. Returns false if all lines are running headers or footers. */
function addLines(
  lines: Segment[],
  page: ReadPage,
  { builder, style }: Writing,
  { number, numberLine, following }: Place,
) {
  const runs: { isRunning: boolean; lines: Segment[] }[] = [];
  for (const line of lines) {
    const isRunning =
      line.part?.isRunning ||
      isRunningLine(line, page, style.running) ||
      line === numberLine ||
      (lines.length <= 2 && bearsNumber(line, page));
    const run = runs.at(-1);
    if (run && run.isRunning === isRunning) run.lines.push(line);
    else runs.push({ isRunning, lines: [line] });
  }
  for (const run of runs) {
    if (run.isRunning)
      for (const line of run.lines)
        add(builder, [line], { kind: marginKind(line, page) }, style, page);
    else {
      const mayBeTitle = number === 1 && !page.recognised;
      addText(run.lines, page, { builder, style }, { mayBeTitle, following });
    }
  }
  return runs.some(({ isRunning }) => !isRunning);
}

type Around = Pick<Place, "following"> & { mayBeTitle: boolean };

function addText(
  lines: Segment[],
  page: ReadPage,
  { builder, style }: Pick<Writing, "builder" | "style">,
  around: Around,
) {
  const parts = style.isMono ? [{ isCode: false, lines }] : partedByType(lines);
  for (const part of parts) {
    if (part.isCode)
      builder.add({ kind: "code", ...textOfCode(part.lines), boxes: [boxOf(part.lines)] });
    else
      for (const { paragraph, role } of withRoles(part.lines, style, around)) {
        if (role.kind === "title") style.hasTitle = true;
        add(builder, paragraph, role, style, page);
      }
  }
}

/** Joins adjacent title paragraphs, because the lines of one title may have different lengths and look like paragraphs. */
function withRoles(
  lines: Segment[],
  style: DocumentStyle,
  { mayBeTitle, following }: Around,
): Part[] {
  const found: Part[] = [];
  for (const paragraph of paragraphsOf(lines)) {
    const role = paragraphRole(paragraph, style, mayBeTitle);
    const last = found.at(-1);
    if (role.kind === "title" && last?.role.kind === "title") last.paragraph.push(...paragraph);
    else found.push({ paragraph: [...paragraph], role });
  }
  return withHeadingsByContext(found, style, following);
}

function add(
  builder: DocumentBuilder,
  lines: Segment[],
  role: Role,
  { vocabulary }: DocumentStyle,
  { links = [] }: ReadPage,
) {
  const laid = textOfLines(lines, vocabulary, formBreaks(lines));
  builder.add({ ...role, ...laid, links: linksIn(laid, links), boxes: [boxOf(lines)] });
}

function boxOf(lines: Segment[]): Box {
  const [x, y, width, height] = unionOf(lines.flatMap(({ words }) => words.map(({ box }) => box)));
  return [round(x), round(y), round(width), round(height)];
}

function addFoundTable(
  { builder, style }: Writing,
  found: FoundTable,
  { links = [] }: ReadPage,
  before: LastTable | null,
): LastTable | null {
  const rest = before ? continuationOf(before.table, found) : null;
  const table = rest ?? found;
  const cells = table.cells.map(
    ({ words, row, column, rowSpan, columnSpan, isHeader }): CellInput => {
      const laid = textOfLines(linesOf(words), style.vocabulary);
      return {
        ...laid,
        links: linksIn(laid, links),
        row,
        column,
        ...(rowSpan > 1 && { rowSpan }),
        ...(columnSpan > 1 && { columnSpan }),
        ...(isHeader && { isHeader }),
      };
    },
  );
  const words = table.cells.flatMap((cell) => cell.words.map(({ box }) => box));
  const [x, y, w, h] = unionOf(words);
  const continues = rest ? before?.id : undefined;
  const id = builder.addTable({
    cells,
    boxes: [[round(x), round(y), round(w), round(h)]],
    continues,
  });
  return id === null ? null : { table, id };
}
