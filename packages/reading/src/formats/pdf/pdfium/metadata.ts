import type { Metadata } from "@besunny/document-model/parsed-document";
import { type PdfDocument, readString } from "./pdfium";

/** Reads title, author, subject, keywords and dates from the PDF. */
export function readMetadata({ pdfium, handle }: PdfDocument): Metadata {
  const field = (name: string) =>
    readString(pdfium, (address, size) => pdfium.FPDF_GetMetaText(handle, name, address, size))
      .replace(/[\s\p{Cc}]+/gu, " ")
      .trim();
  const [title, author, subject] = [field("Title"), field("Author"), field("Subject")];
  const keywords = keywordsIn(field("Keywords"));
  const [createdAt, modifiedAt] = [dateOf(field("CreationDate")), dateOf(field("ModDate"))];
  return {
    ...(title && { title }),
    ...(author && { author }),
    ...(subject && { subject }),
    ...(keywords.length > 0 && { keywords }),
    ...(createdAt && { createdAt }),
    ...(modifiedAt && { modifiedAt }),
  };
}

function keywordsIn(text: string): string[] {
  const words = text.split(/[;,]/).map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== ""))];
}

const pattern = /^(?:D:)?\s*(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?\s*(Z|[+-]\d\d'?(?:\d\d)?)?/;

/** Dates as PDF writes them, D:20260203040506+01'00', and those that programs write in the ISO way instead. */
export function dateOf(text: string): string | null {
  const iso = /^\d{4}-\d\d-\d\d/.test(text) ? new Date(text) : null;
  if (iso && !Number.isNaN(iso.getTime())) return iso.toISOString();
  const [, year, month = "01", day = "01", hour = "00", minute = "00", second = "00", zone = "Z"] =
    pattern.exec(text) ?? [];
  if (!year || Number(year) < 1970) return null;
  const digits = zone.replace(/\D/g, "").padEnd(4, "0");
  const offset = digits === "0000" ? "Z" : `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
