import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { buildPageDocument } from "../../analysis/blocks/build-page-document";
import type { ReadPage } from "../../analysis/blocks/read-page";
import type { ReaderInput } from "../../contract/reader-input";
import { ReadingError } from "../../contract/reading-error";
import { tooLarge } from "../../contract/refusals";
import { writeAttachments } from "../write-attachments";
import { readAttachments } from "./pdfium/attachments";
import { readMetadata } from "./pdfium/metadata";
import { readOutline } from "./pdfium/outline";
import { forgetPdfium, openPdf, type PdfDocument } from "./pdfium/pdfium";
import type { PdfjsFallback } from "./pdfjs/pdfjs-fallback";
import { damagedPage, type PageSource, readPdfPage } from "./read-pdf-page";

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
  for (let index = 0; index < pageCount; index++)
    pages.push(await readOrLeave(opened, index, { source, pdfjsFallback }));
  await (await opinion)?.close();
  if (pages.every(({ width }) => width === 0)) {
    const { readWithPdfjs } = await import("./pdfjs/read-with-pdfjs");
    const mended = await readWithPdfjs(source).catch(() => null);
    if (mended) return mended;
  }
  const outline = readOutline(opened.document);
  return buildPageDocument(
    pages,
    source,
    (builder) => finish(opened.document, builder, pages, source),
    outline,
  );
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

async function finish(
  document: PdfDocument,
  builder: DocumentBuilder,
  pages: ReadPage[],
  source: ReaderInput,
) {
  Object.assign(builder.metadata, readMetadata(document));
  const files = [...readAttachments(document), ...pages.flatMap((page) => page.files ?? [])];
  const whole = files.filter((file) => file !== null);
  if (whole.length === files.length) return writeAttachments(builder, whole, source);
  const { attachmentsWithPdfjs } = await import("./pdfjs/attachments-with-pdfjs");
  const others = await attachmentsWithPdfjs(source);
  const kept = others.length > whole.length ? others : whole;
  if (kept.length < files.length)
    builder.warnings.push(`${files.length - kept.length} attached files could not be taken out.`);
  await writeAttachments(builder, kept, source);
}
