import type { Block, Box } from "../../document-model";
import type { CellInput, ModelBuilder } from "../../model-builder";
import { paragraphsOf, startsBullet, startsItem } from "../layout/paragraphs";
import { type Segment, unionOf } from "../layout/placed";
import { linesOf } from "../layout/rows";
import { round, textOfLines } from "../layout/text-of-lines";
import { continuationOf } from "../tables/across-pages";
import type { FoundTable } from "../tables/found-table";
import { type DocumentStyle, isInMargin, runningKey } from "./document-style";
import { linksIn } from "./page-links";
import type { ReadPage } from "./read-pdf-page";

/** `lastTable` is the one that ended the page before and may go on. */
export type Writing = { builder: ModelBuilder; style: DocumentStyle; lastTable: LastTable | null };

type LastTable = { table: FoundTable; id: string };

export function addPageBlocks(writing: Writing, page: ReadPage) {
  const { builder, style } = writing;
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
  let before = writing.lastTable;
  writing.lastTable = null;
  for (const region of page.regions) {
    if ("table" in region) {
      writing.lastTable = addFoundTable(writing, region.table, page, before);
      before = null;
    } else if (addLines(builder, region.lines, page, style, number === 1)) {
      before = null;
      writing.lastTable = null;
    }
  }
  for (const text of page.comments ?? []) builder.add({ kind: "comment", text });
}

/** Whether there was more than running headers and footers. */
function addLines(
  builder: ModelBuilder,
  lines: Segment[],
  page: ReadPage,
  style: DocumentStyle,
  isFirstPage: boolean,
): boolean {
  const runs: { isRunning: boolean; lines: Segment[] }[] = [];
  for (const line of lines) {
    const isRunning = isRunningLine(line, page, style);
    const run = runs.at(-1);
    if (run && run.isRunning === isRunning) run.lines.push(line);
    else runs.push({ isRunning, lines: [line] });
  }
  for (const run of runs) {
    if (run.isRunning)
      for (const line of run.lines)
        add(builder, [line], { kind: marginKind(line, page) }, style, page);
    else
      for (const { paragraph, role } of withRoles(
        run.lines,
        style,
        isFirstPage && !page.recognised,
      ))
        add(builder, paragraph, role, style, page);
  }
  return runs.some(({ isRunning }) => !isRunning);
}

/** A title may run over lines of different length, which look like paragraphs until it is known to be a title. */
function withRoles(
  lines: Segment[],
  style: DocumentStyle,
  mayBeTitle: boolean,
): { paragraph: Segment[]; role: Role }[] {
  const found: { paragraph: Segment[]; role: Role }[] = [];
  for (const paragraph of paragraphsOf(lines)) {
    const role = roleOf(paragraph, style, mayBeTitle);
    const last = found.at(-1);
    if (role.kind === "title" && last?.role.kind === "title") last.paragraph.push(...paragraph);
    else found.push({ paragraph: [...paragraph], role });
  }
  return found;
}

function add(
  builder: ModelBuilder,
  lines: Segment[],
  role: Role,
  { vocabulary }: DocumentStyle,
  { links = [] }: ReadPage,
) {
  const laid = textOfLines(lines, vocabulary);
  builder.add({ ...role, ...laid, links: linksIn(laid, links), boxes: [boxOf(lines)] });
}

function boxOf(lines: Segment[]): Box {
  const [x, y, width, height] = unionOf(lines.flatMap(({ words }) => words.map(({ box }) => box)));
  return [round(x), round(y), round(width), round(height)];
}

type Role = { kind: Exclude<Block["kind"], "table">; level?: number };

function isRunningLine(line: Segment, page: ReadPage, { running }: DocumentStyle): boolean {
  if (!isInMargin(line, page)) return false;
  const text = line.words.map((word) => word.text).join(" ");
  return (
    running.has(runningKey(line, page)) ||
    /^[-–—]?\s?(page |seite )?(\d{1,4}|[ivxl]{1,6})(( of |\/| von )\d{1,4})?\s?[-–—]?$/i.test(text)
  );
}

function marginKind({ words }: Segment, { height }: ReadPage): "header" | "footer" {
  return (words[0]?.box[1] ?? 0) < height / 2 ? "header" : "footer";
}

function roleOf(lines: Segment[], style: DocumentStyle, mayBeTitle: boolean): Role {
  const [first] = lines;
  if (!first) return { kind: "paragraph" };
  const length = lines.reduce((sum, line) => sum + line.length, 0);
  const text = first.words.map((word) => word.text).join(" ");
  const step = style.headingSizes.findIndex((size) => first.size >= size * 0.95);
  const isExhibitMark = /^(exhibit|ex-)\s*[\d.]+$/i.test(text);
  const isLarge = !isExhibitMark && step >= 0 && first.size > style.bodySize * 1.12;
  if (isLarge && length < 250 && lines.length <= 5 && /\p{L}{2}/u.test(text)) {
    if (mayBeTitle && step === 0 && length > 3) return { kind: "title" };
    return { kind: "heading", level: Math.min(6, step + 1) };
  }
  if (/^(figure|fig\.|table|chart)\s*\d+[.:]/i.test(text)) return { kind: "caption" };
  if (
    first.size < style.bodySize * 0.88 &&
    /^([*†‡§]|\d{1,2}\s?\p{L})/u.test(text) &&
    lines.length < 6
  )
    return { kind: "footnote" };
  const stands =
    isBoldHeading(lines, length) || isNumberedHeading(lines, text) || isInCapitals(lines, text);
  if (stands && !isExhibitMark && !startsBullet(first))
    return { kind: "heading", level: Math.min(6, style.headingSizes.length + 1) };
  if (startsBullet(first) || startsItem(first)) return { kind: "list-item" };
  return { kind: "paragraph" };
}

/** "5.1 Term of the lease": alone on its line, without the end of a sentence. */
function isNumberedHeading({ length }: Segment[], text: string): boolean {
  return (
    length === 1 &&
    text.length < 80 &&
    /^\d{1,2}(\.\d{1,2})+\.?\s+\p{Lu}[^.;:]*[^.;:,]$/u.test(text)
  );
}

function isInCapitals({ length }: Segment[], text: string): boolean {
  return (
    length === 1 &&
    text.length < 80 &&
    /\p{Lu}{3,}.*\s\p{Lu}{2,}/u.test(text) &&
    text === text.toUpperCase() &&
    !/[.;,:\d)]$/.test(text)
  );
}

function isBoldHeading(lines: Segment[], length: number): boolean {
  const last = lines.at(-1)?.words.at(-1)?.text ?? "";
  const isNumbered = /^(article|section|\d+(\.\d+)*\.?)$/i.test(lines[0]?.words[0]?.text ?? "");
  return (
    lines.every((line) => line.isBold) &&
    lines.length <= 2 &&
    length > 3 &&
    length < 120 &&
    (isNumbered || !/[.;,:]$/.test(last)) &&
    lines.some(({ words }) => words.some(({ text }) => /\p{L}{2}/u.test(text)))
  );
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
