import {
  createDocumentBuilder,
  type DocumentBuilder,
} from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { read, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { type Archive, openArchive } from "../../../archive/archive";
import type { ReaderInput } from "../../../contract/reader-input";
import { corrupt, encrypted } from "../../../contract/refusals";
import { createPictureReader } from "../drawing/pictures";
import { convertWithLibreOffice } from "../legacy/libreoffice";
import { keepOleObjects } from "../legacy/ole-objects";
import { reportDamage } from "../report-damage";
import { addSheets } from "./add-sheets";
import { filledCells, roomAfter, roomOf } from "./cells";
import { readSheetExtras, type SheetExtras } from "./drawings";
import { repackArchive } from "./repack-archive";
import { rowLimit } from "./row-limit";
import type { Sheet } from "./sheet";
import { type SheetMarks, sheetMarks } from "./sheet-marks";
import { readXlsDrawings } from "./xls-drawings";

/** `rows` is the number of rows of a sheet that are unpacked; undefined means all. */
type Parsing = SheetMarks & { rows: number | undefined };

const none: SheetMarks = { hasUncomputed: false, hasIsoDates: false };

/**
 * Reads XLSX, XLSB, XLS and Excel's XML of 2003: a page for each sheet under its name, with values as the sheet shows them. Charts become the tables of
 * their data. Hidden sheets are read and marked as hidden. Throws `ReadingError`.
 */
export async function readWorkbook(source: ReaderInput): Promise<ParsedDocument> {
  const archive = isZip(source) ? await openArchive(source.bytes, source.limits) : null;
  const rows = archive ? await rowLimit(archive, source.limits.cells) : undefined;
  const marks = archive ? await sheetMarks(archive) : none;
  const workbook = await parse(source, archive, { rows, ...marks });
  const builder = createDocumentBuilder(source);
  describe(builder, workbook);
  const file = archive && {
    archive,
    source,
    pictures: createPictureReader(archive, source, builder),
  };
  await addSheets(builder, await sheetsOf(workbook, { source, archive, builder }), file);
  if (archive) reportDamage(builder, archive);
  else await keepOleObjects(builder, source);
  return builder.build();
}

async function sheetsOf(
  workbook: WorkBook,
  {
    source,
    archive,
    builder,
  }: { source: ReaderInput; archive: Archive | null; builder: DocumentBuilder },
): Promise<Sheet[]> {
  const extras = archive
    ? await extrasOf(builder, archive, workbook.SheetNames)
    : readXlsDrawings(source.bytes);
  const is1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const sheets: Sheet[] = [];
  let room = roomOf(source.limits);
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name];
    if (!sheet) continue;
    const { white, ...extra } = extras.get(name) ?? noExtras;
    const content = filledCells(sheet, room, { is1904, white });
    room = roomAfter(room, content);
    sheets.push({
      name,
      isHidden: Boolean(workbook.Workbook?.Sheets?.[index]?.Hidden),
      ...extra,
      ...content,
      isCut: content.isCut || isCutBefore(sheet),
    });
  }
  return sheets;
}

const noExtras: SheetExtras = { drawn: [], hidden: { rows: 0, columns: 0 } };

function isZip({ bytes }: ReaderInput): boolean {
  return bytes.subarray(0, 2).toString("latin1") === "PK";
}

async function parse(
  source: ReaderInput,
  archive: Archive | null,
  how: Parsing,
): Promise<WorkBook> {
  try {
    // The library's own unpacking never ends on some damaged parts.
    const isDamaged = archive !== null && (await hasDamage(archive));
    return open(isDamaged ? await repackArchive(archive) : source.bytes, source, how);
  } catch (cause) {
    if (cause instanceof Error && /password|encrypt/i.test(cause.message))
      throw encrypted("The spreadsheet");
    try {
      const sound = archive
        ? await repackArchive(archive)
        : await convertWithLibreOffice(source, "xls", "xlsx");
      if (sound) return open(sound, source, how);
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

/** Opens a workbook with its formulas, or without those that the library cannot write. */
function open(bytes: Buffer, source: ReaderInput, how: Parsing): WorkBook {
  try {
    return openWith(bytes, source, { ...how, hasFormulas: true });
  } catch (error) {
    if (how.hasUncomputed) throw error;
    return openWith(bytes, source, { ...how, hasFormulas: false });
  }
}

function openWith(
  bytes: Buffer,
  { password }: ReaderInput,
  { rows, hasUncomputed, hasIsoDates, hasFormulas }: Parsing & { hasFormulas: boolean },
): WorkBook {
  const workbook = read(bytes, {
    dense: true,
    cellHTML: false,
    cellFormula: hasFormulas,
    sheetStubs: hasUncomputed,
    ...(hasIsoDates && { cellDates: true, UTC: true }),
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
