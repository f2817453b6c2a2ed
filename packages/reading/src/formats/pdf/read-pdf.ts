import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { buildPageDocument } from "../../analysis/blocks/build-page-document";
import type { ReadPage } from "../../analysis/blocks/read-page";
import type { Part } from "../../contract/part";
import type { ReaderInput } from "../../contract/reader-input";
import { ReadingError } from "../../contract/reading-error";
import { tooLarge } from "../../contract/refusals";
import { writeAttachments } from "../write-attachments";
import { countName } from "./count-name";
import { readAttachments } from "./pdfium/attachments";
import { readMetadata } from "./pdfium/metadata";
import { readOutline } from "./pdfium/outline";
import { forgetPdfium, openPdf, type PdfDocument } from "./pdfium/pdfium";
import { readSignatures } from "./pdfium/signatures";
import type { PdfjsFallback } from "./pdfjs/pdfjs-fallback";
import { damagedPage, type PageSource, readPdfPage } from "./read-pdf-page";
import { statedLanguage, withStatedLanguage } from "./stated-language";
import { isTagged } from "./tags/structure-tree";

/** PDF through PDFium; a file that it cannot open, and that is not encrypted, gets a second chance with pdf.js. */
export async function readPdf(source: ReaderInput): Promise<ParsedDocument> {
  const document = await openPdf(source.bytes, source.password).catch(async (error: unknown) => {
    // The other library knows more kinds of encryption, and says itself where a password is missing.
    if (error instanceof ReadingError && /^(CORRUPT|ENCRYPTED)$/.test(error.code)) return null;
    throw error;
  });
  if (!document || document.pageCount === 0) {
    document?.close();
    return (await import("./pdfjs/read-with-pdfjs")).readWithPdfjs(source);
  }
  const opened: Opened = { document, falls: 0 };
  try {
    return await readOpened(opened, source);
  } finally {
    opened.document.close();
  }
}

/** `falls` counts the crashes of the engine; each time it was started again. */
type Opened = { document: PdfDocument; falls: number };

async function readOpened(opened: Opened, source: ReaderInput): Promise<ParsedDocument> {
  const { pageCount } = opened.document;
  if (pageCount > source.limits.pages) throw tooLarge("The PDF has too many pages.");
  const pages: ReadPage[] = [];
  let opinion: Promise<PdfjsFallback> | undefined;
  const pdfjsFallback = () => {
    opinion ??= import("./pdfjs/pdfjs-fallback").then((module) =>
      module.createPdfjsFallback(source),
    );
    return opinion;
  };
  const layers = { compared: 0, wrong: 0 };
  const from = {
    source,
    pdfjsFallback,
    layers,
    hasLayeredForms: countName(source.bytes, "/OC", 1) > 0,
    isTagged: isTagged(opened.document, source.bytes),
  };
  for (let index = 0; index < pageCount; index++)
    pages.push(await readOrLeave(opened, index, from));
  await (await opinion)?.close();
  if (pages.every(({ width }) => width === 0)) {
    const { readWithPdfjs } = await import("./pdfjs/read-with-pdfjs");
    const mended = await readWithPdfjs(source).catch(() => null);
    if (mended) return mended;
  }
  const outline = readOutline(opened.document);
  let attached: Part[] = [];
  const finishing = async (builder: DocumentBuilder) => {
    attached = await finish(opened.document, builder, pages, source);
  };
  const built = await buildPageDocument(pages, source, finishing, outline);
  const read = withStatedLanguage(built, statedLanguage(opened.document));
  if (attached.length === 0) return read;
  const { withInvoice } = await import("../invoices/compare-print");
  return withInvoice(read, attached);
}

const mostFalls = 3;

/** A page that cannot be read fails alone. */
async function readOrLeave(opened: Opened, index: number, from: PageSource): Promise<ReadPage> {
  const { source } = from;
  try {
    return await readPdfPage(opened.document, index, from);
  } catch (error) {
    if (error instanceof ReadingError) return damagedPage(error.message);
    if (!(error instanceof WebAssembly.RuntimeError)) return damagedPage();
    opened.falls += 1;
    forgetPdfium();
    if (opened.falls > mostFalls) throw error;
    opened.document = await openPdf(source.bytes, source.password);
    return damagedPage();
  }
}

/** Writes metadata and attached files, and returns the files. */
async function finish(
  document: PdfDocument,
  builder: DocumentBuilder,
  pages: ReadPage[],
  source: ReaderInput,
): Promise<Part[]> {
  Object.assign(builder.metadata, readMetadata(document));
  builder.warnings.push(...(await readSignatures(document, source.bytes)));
  const kept = await attachedFiles(document, builder, pages, source);
  await writeAttachments(builder, kept, source);
  return kept;
}

async function attachedFiles(
  document: PdfDocument,
  { warnings }: DocumentBuilder,
  pages: ReadPage[],
  source: ReaderInput,
): Promise<Part[]> {
  const files = [...readAttachments(document), ...pages.flatMap((page) => page.files ?? [])];
  const whole = files.filter((file) => file !== null);
  if (whole.length === files.length) return withAssociated(document, whole, source);
  const { attachmentsWithPdfjs } = await import("./pdfjs/attachments-with-pdfjs");
  const others = await attachmentsWithPdfjs(source);
  const kept = others.length > whole.length ? others : whole;
  if (kept.length < files.length)
    warnings.push(`${files.length - kept.length} attached files could not be taken out.`);
  return kept;
}

/** PDFium lists the files of the name tree; PDF 2.0 allows others that only /AF of the file or a page names. */
async function withAssociated(
  { pdfium, handle }: PdfDocument,
  files: Part[],
  source: ReaderInput,
): Promise<Part[]> {
  const packets = Math.max(0, pdfium.FPDF_GetXFAPacketCount(handle));
  if (!mayHoldMore(source.bytes, files.length, packets)) return files;
  const { associatedFiles } = await import("./associated-files");
  const others = await associatedFiles(source);
  const isNew = ({ bytes }: Part) => !files.some((file) => file.bytes.equals(bytes));
  return [...files, ...others.filter(isNew)];
}

/**
 * The dictionary of a stream is never compressed, so the bytes show the type of each embedded file. In a form made with XFA, the `packets`
 * of the form have that type too.
 */
function mayHoldMore(bytes: Buffer, known: number, packets: number): boolean {
  if (bytes.length > mostBytes) return false;
  if (known === 0 && countName(bytes, "/AF", 1) > 0) return true;
  const embedded = countName(bytes, "/EmbeddedFile", known + packets + 1);
  return embedded > known && embedded !== known + packets;
}

/** A second library parses the whole file, which takes too long for larger ones. */
const mostBytes = 50 * 1024 * 1024;
