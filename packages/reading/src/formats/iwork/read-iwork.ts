import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import type { ReaderInput } from "../../contract/reader-input";
import { empty, encrypted } from "../../contract/refusals";
import { mediaTypes } from "../../detect/media-types";
import type { Packed } from "../containers/zip-entries";
import { readApxl } from "./read-apxl";
import { type IworkFormat, readIwa } from "./read-iwa";

const marks =
  /^(index\.zip|index\/document\.iwa|index\.apxl(\.gz)?|index\.xml(\.gz)?|buildversionhistory\.plist|metadata\/buildversionhistory\.plist)$/i;

/**
 * Reads a Pages, Numbers or Keynote document: by the PDF inside it, else by its own text, else by the picture of its first page. Returns
 * null for every other archive. Throws `ReadingError`.
 */
export async function readIwork(
  entries: Packed[],
  source: ReaderInput,
): Promise<ParsedDocument | null> {
  const names = entries.map(({ name }) => name.replace(/^[^/]+\.(pages|numbers|key)\//i, ""));
  if (names.some((name) => /^\.iwp(v|h)\d?$/i.test(name))) throw encrypted("The document");
  if (!names.some((name) => marks.test(name))) return null;
  const find = (name: RegExp) => entries.find((_, index) => name.test(names[index] ?? ""));

  const own = (await readIwa(entries, source)) ?? (await readApxl(entries, source));
  const pdf = find(/^(quicklook\/)?preview\.pdf$/i);
  const picture = find(/^(quicklook\/)?preview\.jpe?g$/i);
  const document = pdf
    ? await readAs("pdf", await pdf.read(), source).catch(() => own)
    : (own ?? (picture ? await readAs("jpeg", await picture.read(), source) : null));
  if (!document) throw empty("The document");
  const format = own?.format ?? formatOf(source.fileName);
  Object.assign(document, { format, mediaType: mediaTypes[format] });
  if (document !== own)
    document.warnings.push(
      pdf
        ? "Read from the preview inside the document."
        : "Only the first page was read, from the preview inside the document. Export it as PDF for all of it.",
    );
  return document;
}

function formatOf(fileName: string): IworkFormat {
  if (/\.numbers$/i.test(fileName)) return "numbers";
  return /\.key$/i.test(fileName) ? "keynote" : "pages";
}

async function readAs(
  format: "pdf" | "jpeg",
  bytes: Buffer,
  source: ReaderInput,
): Promise<ParsedDocument> {
  if (format === "pdf")
    return (await import("../pdf/read-pdf")).readPdf({
      ...source,
      bytes,
      format,
      mediaType: "application/pdf",
    });
  return (await import("../../ocr/read-image")).readImage({
    ...source,
    bytes,
    format,
    mediaType: "image/jpeg",
  });
}
