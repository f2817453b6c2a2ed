import type { DocumentModel } from "../../document-model";
import { ReadingError } from "../../reading-error";
import type { Source } from "../read-file";
import { tooLarge } from "../refusals";
import { modelOf } from "./pdf-model";
import { openPdf, type PdfDocument, readString } from "./pdfium";
import { type ReadPage, readPdfPage } from "./read-pdf-page";

/** PDF through PDFium; a file that it cannot open, and that is not encrypted, gets a second chance with pdf.js. */
export async function readPdf(source: Source): Promise<DocumentModel> {
  const document = await openPdf(source.bytes, source.password).catch(async (error: unknown) => {
    if (error instanceof ReadingError && error.code === "CORRUPT") return null;
    throw error;
  });
  if (!document) return (await import("./read-with-pdfjs")).readWithPdfjs(source);
  try {
    return await readPages(document, source);
  } finally {
    document.close();
  }
}

async function readPages(document: PdfDocument, source: Source): Promise<DocumentModel> {
  if (document.pageCount > source.limits.pages) throw tooLarge("The PDF has too many pages.");
  const pages: ReadPage[] = [];
  for (let index = 0; index < document.pageCount; index++)
    pages.push(await readPdfPage(document, index, source));
  return modelOf(pages, source, (builder) => describe(document, builder.metadata));
}

function describe({ pdfium, handle }: PdfDocument, metadata: DocumentModel["metadata"]) {
  const field = (name: string) =>
    readString(pdfium, (address, size) =>
      pdfium.FPDF_GetMetaText(handle, name, address, size),
    ).trim();
  const [title, author, subject] = [field("Title"), field("Author"), field("Subject")];
  const createdAt = dateOf(field("CreationDate"));
  if (title) metadata.title = title;
  if (author) metadata.author = author;
  if (subject) metadata.subject = subject;
  if (createdAt) metadata.createdAt = createdAt;
}

function dateOf(text: string): string | null {
  const [, year, month = "01", day = "01", hour = "00", minute = "00", second = "00", zone = "Z"] =
    /^D?:?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(Z|[+-]\d\d'?\d\d)?/.exec(text) ?? [];
  if (!year) return null;
  const offset = zone === "Z" ? "Z" : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
