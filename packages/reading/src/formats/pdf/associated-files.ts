import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from "@cantoo/pdf-lib";
import type { Part } from "../../contract/part";
import type { ReaderInput } from "../../contract/reader-input";

const mostPages = 500;
const mostBytes = 50 * 1024 * 1024;

/**
 * Returns the files that /AF of the document or of a page names (ISO 32000-2, 14.13). PDFium and pdf.js list only those of the name
 * tree. Files of structure elements are left out: they repeat formulas. Returns none for a file that cannot be parsed.
 */
export async function associatedFiles({ bytes, password }: ReaderInput): Promise<Part[]> {
  try {
    const document = await PDFDocument.load(bytes, {
      updateMetadata: false,
      warnOnInvalidObjects: false,
      ...(password === undefined ? {} : { password }),
    });
    const { catalog } = document;
    const pages = document.getPages().slice(0, mostPages);
    const holders: PDFDict[] = [catalog, ...pages.map(({ node }) => node)];
    const files = new Set(holders.flatMap(specificationsOf));
    return [...files].flatMap((file) => fileOf(file) ?? []);
  } catch {
    return [];
  }
}

function specificationsOf(holder: PDFDict): PDFDict[] {
  const list = holder.lookup(PDFName.of("AF"));
  if (list instanceof PDFDict) return [list];
  if (!(list instanceof PDFArray)) return [];
  return Array.from({ length: list.size() }, (_, index) => list.lookup(index)).filter(
    (each) => each instanceof PDFDict,
  );
}

function fileOf(specification: PDFDict): Part | null {
  const embedded = specification.lookup(PDFName.of("EF"));
  if (!(embedded instanceof PDFDict)) return null;
  const stream = embedded.lookup(PDFName.of("UF")) ?? embedded.lookup(PDFName.of("F"));
  if (!(stream instanceof PDFRawStream) || stream.getContentsSize() > mostBytes) return null;
  const bytes = Buffer.from(decodePDFRawStream(stream).decode());
  const subtype = stream.dict.lookup(PDFName.of("Subtype"));
  const mediaType = subtype instanceof PDFName ? subtype.decodeText().toLowerCase() : "";
  return {
    fileName: textOf(specification, "UF") || textOf(specification, "F"),
    mediaType: /^[\w.+-]+\/[\w.+-]+$/.test(mediaType) ? mediaType : "application/octet-stream",
    bytes,
    isInline: false,
  };
}

function textOf(dictionary: PDFDict, key: string): string {
  const value = dictionary.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : "";
}
