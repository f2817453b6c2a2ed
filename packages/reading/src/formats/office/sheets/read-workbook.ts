import { cellAddress } from "@besunny/document-model/cell-address";
import {
  createDocumentBuilder,
  type DocumentBuilder,
} from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { read, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { type Archive, openArchive } from "../../../archive/archive";
import type { ReaderInput } from "../../../contract/reader-input";
import { corrupt, encrypted } from "../../../contract/refusals";
import { addContentItems } from "../add-content-items";
import type { ContentItem } from "../content-item";
import { createPictureReader } from "../drawing/pictures";
import { convertWithLibreOffice } from "../legacy/libreoffice";
import type { OfficeFile } from "../office-file";
import { reportDamage } from "../report-damage";
import { filledCells, type Remark } from "./cells";
import { readSheetExtras, type SheetExtras } from "./drawings";
import { repackArchive } from "./repack-archive";
import { rowLimit } from "./row-limit";
import { sheetTables } from "./sheet-tables";

/**
 * Reads XLSX, XLSB, XLS and ODS: a page for each sheet under its name, with values as the sheet shows them. Charts become the tables of
 * their data. Hidden sheets are read and marked as hidden. Throws `ReadingError`.
 */
export async function readWorkbook(source: ReaderInput): Promise<ParsedDocument> {
  const archive = isZip(source) ? await openArchive(source.bytes, source.limits) : null;
  const rows = archive ? await rowLimit(archive, source.limits.cells) : undefined;
  const workbook = await parse(source, archive, rows);
  const builder = createDocumentBuilder(source);
  describe(builder, workbook);
  const file = archive && {
    archive,
    source,
    pictures: createPictureReader(archive, source, builder),
  };
  const extras = archive
    ? await extrasOf(builder, archive, workbook.SheetNames)
    : new Map<string, SheetExtras>();
  let left = { cells: source.limits.cells, characters: source.limits.textCharacters };
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name];
    if (!sheet) continue;
    builder.startPage({ kind: "sheet", label: name });
    const own = extras.get(name);
    tellHidden(builder, name, workbook.Workbook?.Sheets?.[index]?.Hidden, own);
    const { cells, remarks, isCut } = filledCells(sheet, left);
    left = {
      cells: left.cells - cells.length,
      characters: left.characters - cells.reduce((sum, { text }) => sum + text.length, 0),
    };
    if (isCut || isCutBefore(sheet))
      builder.warnings.push(`Sheet “${name}” has more cells than are read; the last are left out.`);
    if (cells.length > 0 || own?.drawn.length)
      builder.add({ kind: "heading", level: 1, text: name });
    const parts = [
      ...sheetTables(cells).map(({ at, table }) => ({
        at,
        items: [{ kind: "table", ...table } satisfies ContentItem],
      })),
      ...(own?.drawn ?? []),
    ].sort((a, b) => a.at.row - b.at.row || a.at.column - b.at.column);
    for (const { items } of parts) await addParts(builder, items, file);
    for (const remark of remarks) addRemark(builder, remark);
  }
  if (archive) reportDamage(builder, archive);
  return builder.build();
}

function isZip({ bytes }: ReaderInput): boolean {
  return bytes.subarray(0, 2).toString("latin1") === "PK";
}

async function parse(
  source: ReaderInput,
  archive: Archive | null,
  rows: number | undefined,
): Promise<WorkBook> {
  try {
    // The library's own unpacking never ends on some damaged parts.
    const isDamaged = archive !== null && (await hasDamage(archive));
    return open(isDamaged ? await repackArchive(archive) : source.bytes, source, rows);
  } catch (cause) {
    if (cause instanceof Error && /password|encrypt/i.test(cause.message))
      throw encrypted("The spreadsheet");
    try {
      const sound = archive
        ? await repackArchive(archive)
        : await convertWithLibreOffice(source, "xls", "xlsx");
      if (sound) return open(sound, source, rows);
    } catch {
      // The first failure shows the reason.
    }
    throw corrupt("The spreadsheet", cause);
  }
}

async function hasDamage(archive: Archive): Promise<boolean> {
  for (const name of archive.names) await archive.bytes(name);
  return archive.damaged.length > 0;
}

function open(bytes: Buffer, { password }: ReaderInput, rows: number | undefined): WorkBook {
  const workbook = read(bytes, {
    dense: true,
    cellHTML: false,
    cellFormula: false,
    cellStyles: false,
    cellNF: true,
    ...(rows !== undefined && { sheetRows: rows }),
    ...(password && { password }),
  });
  if (workbook.SheetNames.length === 0) throw new Error("no sheets");
  return workbook;
}

/** Returns true if only the first rows were unpacked. The library then reports the whole range as well. */
function isCutBefore(sheet: WorkSheet): boolean {
  return typeof sheet["!fullref"] === "string" && sheet["!fullref"] !== sheet["!ref"];
}

async function extrasOf(builder: DocumentBuilder, archive: Archive, names: string[]) {
  try {
    return await readSheetExtras(archive, names);
  } catch {
    builder.warnings.push("The drawings of the spreadsheet could not be read.");
    return new Map<string, SheetExtras>();
  }
}

async function addParts(builder: DocumentBuilder, items: ContentItem[], file: OfficeFile | null) {
  if (file) await addContentItems(builder, items, file);
  else for (const item of items) if (item.kind === "table") builder.addTable(item);
}

function addRemark(builder: DocumentBuilder, { row, column, author, text }: Remark) {
  if (text.trim() === "") return;
  const who = [cellAddress(row, column), author].filter((each) => each !== "").join(" ");
  builder.add({ kind: "comment", text: `${who}: ${text}` });
}

function tellHidden(
  { warnings }: DocumentBuilder,
  name: string,
  hidden: number | undefined,
  extras: SheetExtras | undefined,
) {
  if (hidden) warnings.push(`Sheet “${name}” is hidden; it was read all the same.`);
  const { rows = 0, columns = 0 } = extras?.hidden ?? {};
  if (rows + columns > 0)
    warnings.push(
      `Sheet “${name}” has ${rows} hidden rows and ${columns} hidden columns; they were read.`,
    );
}

function describe({ metadata }: DocumentBuilder, { Props }: WorkBook) {
  if (Props?.Title) metadata.title = String(Props.Title);
  if (Props?.Author) metadata.author = String(Props.Author);
  if (Props?.Subject) metadata.subject = String(Props.Subject);
  const keywords = String(Props?.Keywords ?? "")
    .split(/[,;]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");
  if (keywords.length > 0) metadata.keywords = keywords;
  const [createdAt, modifiedAt] = [Props?.CreatedDate, Props?.ModifiedDate].map(isoDate);
  if (createdAt) metadata.createdAt = createdAt;
  if (modifiedAt) metadata.modifiedAt = modifiedAt;
}

function isoDate(value: Date | string | undefined): string | null {
  const date = new Date(value ?? "");
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
