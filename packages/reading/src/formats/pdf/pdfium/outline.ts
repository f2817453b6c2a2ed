import type { OutlineEntry } from "@besunny/document-model/parsed-document";
import { pageAt } from "../annotations/page-links";
import { type PdfDocument, readString } from "./pdfium";

const mostEntries = 10_000;
const deepest = 12;

/** The bookmarks of a PDF; where they lead in a circle each is met once. */
export function readOutline(document: PdfDocument): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  const seen = new Set<number>();
  const { pdfium, handle } = document;

  function read(parent: number, level: number) {
    let bookmark = pdfium.FPDFBookmark_GetFirstChild(handle, parent);
    while (bookmark !== 0 && !seen.has(bookmark) && entries.length < mostEntries) {
      seen.add(bookmark);
      const title = titleOf(document, bookmark);
      const target = pageOf(document, bookmark);
      if (title) entries.push({ title, level, ...target });
      if (level < deepest) read(bookmark, title ? level + 1 : level);
      bookmark = pdfium.FPDFBookmark_GetNextSibling(handle, bookmark);
    }
  }

  read(0, 1);
  return entries;
}

function titleOf({ pdfium }: PdfDocument, bookmark: number): string {
  const title = readString(pdfium, (address, size) =>
    pdfium.FPDFBookmark_GetTitle(bookmark, address, size),
  );
  return title.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

function pageOf(document: PdfDocument, bookmark: number): { page: number } | null {
  const { pdfium, handle } = document;
  const direct = pageAt(document, pdfium.FPDFBookmark_GetDest(handle, bookmark));
  if (direct) return direct;
  const action = pdfium.FPDFBookmark_GetAction(bookmark);
  return action === 0 ? null : pageAt(document, pdfium.FPDFAction_GetDest(handle, action));
}
