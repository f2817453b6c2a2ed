import type { Part } from "../../../contract/part";
import { heapOf, type PdfDocument, type Pdfium, readString, withMemory } from "./pdfium";

const mostFiles = 1_000;
const mostBytes = 200 * 1024 * 1024;

/** The files that a PDF carries, those of portfolios among them; null for one that could not be taken out. */
export function readAttachments({ pdfium, handle }: PdfDocument): (Part | null)[] {
  const count = Math.min(pdfium.FPDFDoc_GetAttachmentCount(handle), mostFiles);
  const files: (Part | null)[] = [];
  for (let index = 0; index < count; index++) {
    files.push(attachedFile(pdfium, pdfium.FPDFDoc_GetAttachment(handle, index)));
  }
  return files;
}

/** One attached file; null where it is missing, empty or too large. */
export function attachedFile(pdfium: Pdfium, attachment: number): Part | null {
  if (attachment === 0) return null;
  const bytes = bytesOf(pdfium, attachment);
  if (!bytes) return null;
  const fileName = readString(pdfium, (address, size) =>
    pdfium.FPDFAttachment_GetName(attachment, address, size),
  );
  const subtype = readString(pdfium, (address, size) =>
    pdfium.FPDFAttachment_GetSubtype(attachment, address, size),
  );
  const mediaType = /^[\w.+-]+\/[\w.+-]+$/.test(subtype) ? subtype : "application/octet-stream";
  return { fileName, mediaType: mediaType.toLowerCase(), bytes, isInline: false };
}

function bytesOf(pdfium: Pdfium, attachment: number): Buffer | null {
  const size = withMemory(pdfium, 4, (length) => {
    if (!pdfium.FPDFAttachment_GetFile(attachment, 0, 0, length)) return 0;
    return new Uint32Array(heapOf(pdfium).buffer, length, 1)[0] ?? 0;
  });
  if (size === 0 || size > mostBytes) return null;
  return withMemory(pdfium, size + 8, (address) => {
    const length = address + size + (-(address + size) & 3);
    if (!pdfium.FPDFAttachment_GetFile(attachment, address, size, length)) return null;
    return Buffer.from(heapOf(pdfium).slice(address, address + size));
  });
}
