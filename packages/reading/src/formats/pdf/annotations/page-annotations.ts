import type { Box } from "@besunny/document-model/parsed-document";
import type { PageLink } from "../../../analysis/blocks/page-links";
import type { Part } from "../../../contract/part";
import type { PdfDocument, Pdfium } from "../pdfium/pdfium";
import type { Placement } from "../pdfium/placement";
import { annotationBox, annotationsOf } from "./annotations";
import { type CheckBox, readCheckBoxes } from "./check-boxes";
import { readPageComments } from "./page-comments";
import { readPageLinks } from "./page-links";

/** The annotations and form fields of a page. `drawn` are the boxes of those that may have text of their own. */
export type PageAnnotations = {
  links: PageLink[];
  comments: string[];
  files: (Part | null)[];
  checkBoxes: CheckBox[];
  drawn: Box[];
};

/** Reads the annotations and form fields of a page. Returns null if it has none. */
export function readPageAnnotations(
  document: PdfDocument,
  page: number,
  placement: Placement,
): PageAnnotations | null {
  if (document.pdfium.FPDFPage_GetAnnotCount(page) <= 0) return null;
  return {
    links: readPageLinks(document, page, placement),
    ...readPageComments(document, page),
    checkBoxes: readCheckBoxes(document, page, placement),
    drawn: drawnBoxes(document.pdfium, page, placement),
  };
}

/** Text written over the page, stamps, form fields and watermarks: all else shows no words of its own. */
const worded = new Set([3, 13, 20, 24, 27]);

function drawnBoxes(pdfium: Pdfium, page: number, placement: Placement): Box[] {
  const boxes: Box[] = [];
  for (const { annotation, kind } of annotationsOf(pdfium, page)) {
    const box = worded.has(kind) ? annotationBox(pdfium, annotation, placement) : null;
    if (box) boxes.push(box);
  }
  return boxes;
}
