import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import type { ReaderInput } from "../../contract/reader-input";
import { encrypted, unsupported } from "../../contract/refusals";
import type { Packed } from "./zip-entries";

const marks =
  /^(index\.zip|index\/document\.iwa|index\.apxl(\.gz)?|index\.xml(\.gz)?|buildversionhistory\.plist|metadata\/buildversionhistory\.plist)$/i;

/** Reads a Pages, Numbers or Keynote document by the preview inside it. Returns null for every other archive. Throws `ReadingError`. */
export async function readIwork(
  entries: Packed[],
  source: ReaderInput,
): Promise<ParsedDocument | null> {
  const names = entries.map(({ name }) => name.replace(/^[^/]+\.(pages|numbers|key)\//i, ""));
  if (names.some((name) => /^\.iwp(v|h)\d?$/i.test(name))) throw encrypted("The document");
  const isOne =
    names.some((name) => marks.test(name)) &&
    names.some((name) => /^(quicklook\/|preview|metadata\/|index\/)/i.test(name));
  if (!isOne) return null;
  const find = (name: RegExp) => entries.find((_, index) => name.test(names[index] ?? ""));

  const pdf = find(/^(quicklook\/)?preview\.pdf$/i);
  const picture = find(/^(quicklook\/)?preview\.jpe?g$/i);
  const document = pdf
    ? await readAs("pdf", await pdf.read(), source)
    : picture
      ? await readAs("jpeg", await picture.read(), source)
      : null;
  if (!document)
    throw unsupported("This kind of Apple document", "Export it as PDF or Word and upload that.");
  document.warnings.push(
    pdf
      ? "Read from the preview inside the document."
      : "Only the first page was read, from the preview inside the document. Export it as PDF for all of it.",
  );
  return document;
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
