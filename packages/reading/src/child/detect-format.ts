import { fileTypeFromBuffer } from "file-type";
import type { Format } from "../document-model";
import type { Limits } from "../limits";
import { type Archive, openArchive } from "./archive";
import { detectCompound } from "./detect-compound";
import { detectText } from "./detect-text";
import { unsupported } from "./refusals";

export type Detected = { format: Format; mediaType: string };

const mediaTypes: Record<Format, string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  odp: "application/vnd.oasis.opendocument.presentation",
  rtf: "application/rtf",
  html: "text/html",
  markdown: "text/markdown",
  text: "text/plain",
  csv: "text/csv",
  eml: "message/rfc822",
  msg: "application/vnd.ms-outlook",
  png: "image/png",
  jpeg: "image/jpeg",
  tiff: "image/tiff",
  webp: "image/webp",
  gif: "image/gif",
  doc: "application/msword",
  xls: "application/vnd.ms-excel",
  ppt: "application/vnd.ms-powerpoint",
  epub: "application/epub+zip",
  vtt: "text/vtt",
  srt: "application/x-subrip",
  json: "application/json",
  xml: "application/xml",
  mbox: "application/mbox",
  ics: "text/calendar",
  zip: "application/zip",
  heic: "image/heic",
  avif: "image/avif",
  bmp: "image/bmp",
};

/** What the bytes are, whatever the name says; the name only tells kinds of plain text apart. Throws `ReadingError`. */
export async function detectFormat(
  bytes: Buffer,
  { fileName, limits }: { fileName: string; limits: Limits },
): Promise<Detected> {
  const format = await formatOf(bytes, fileName, limits);
  return { format, mediaType: mediaTypes[format] };
}

const images: Record<string, Format> = {
  "image/png": "png",
  "image/apng": "png",
  "image/jpeg": "jpeg",
  "image/tiff": "tiff",
  "image/webp": "webp",
  "image/gif": "gif",
};

async function formatOf(bytes: Buffer, fileName: string, limits: Limits): Promise<Format> {
  const start = bytes.subarray(0, 1_024).toString("latin1");
  if (start.includes("%PDF-")) return "pdf";
  if (/^\s*\{\\rtf/.test(start)) return "rtf";
  if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006"))
    return inArchive(await openArchive(bytes, limits));
  if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) return detectCompound(bytes);

  const sniffed = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const image = images[sniffed?.mime ?? ""];
  if (image) return image;
  if (sniffed && !/xml|text|html|rfc822|json|calendar|vcard/.test(sniffed.mime))
    throw unsupported(`A file of the kind ${sniffed.ext.toUpperCase()}`);
  return detectText(bytes, fileName);
}

async function inArchive(archive: Archive): Promise<Format> {
  const kind = archive.has("mimetype") ? (await archive.text("mimetype")).trim() : "";
  if (kind.startsWith("application/vnd.oasis.opendocument.text")) return "odt";
  if (kind.startsWith("application/vnd.oasis.opendocument.spreadsheet")) return "ods";
  if (kind.startsWith("application/vnd.oasis.opendocument.presentation")) return "odp";
  if (kind === "application/epub+zip") return "epub";
  const has = (folder: string) => archive.names.some((name) => name.startsWith(folder));
  if (has("word/")) return "docx";
  if (has("xl/")) return "xlsx";
  if (has("ppt/")) return "pptx";
  if (archive.names.length === 0)
    throw unsupported("An empty ZIP file", "Upload the documents themselves.");
  throw unsupported("A ZIP file", "Unpack it and upload the documents in it.");
}
