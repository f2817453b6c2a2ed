import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { type PdfDocument, readString } from "./pdfium/pdfium";

/** Returns the language that the file states for its text, as ISO 639-1; undefined if it states none that has such a code. */
export function statedLanguage({ pdfium, handle }: PdfDocument): string | undefined {
  const stated = readString(pdfium, (address, size) =>
    pdfium.FPDFCatalog_GetLanguage(handle, address, size),
  );
  return /^([a-z]{2})(?:[-_]|$)/i.exec(stated.trim())?.[1]?.toLowerCase();
}

/**
 * Sets the language that the file states on pages with too little text to tell theirs. A file whose text is in another language states what its program
 * was set to, which does not count.
 */
export function withStatedLanguage(
  document: ParsedDocument,
  language: string | undefined,
): ParsedDocument {
  const { metadata } = document;
  const isContradicted = document.pages.some((page) => page.language && page.language !== language);
  if (!language || document.text === "" || isContradicted) return document;
  for (const page of document.pages) if (page.span[1] > page.span[0]) page.language ??= language;
  metadata.language ??= language;
  return document;
}
