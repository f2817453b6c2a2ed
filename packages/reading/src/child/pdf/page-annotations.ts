import type { Box } from "../../document-model";
import type { Part } from "../keep-parts";
import { type CheckBox, readCheckBoxes } from "./check-boxes";
import { readPageComments } from "./page-comments";
import { type PageLink, readPageLinks } from "./page-links";
import { heapOf, type PdfDocument, type Pdfium, withMemory } from "./pdfium";
import type { Placement } from "./placement";

/** What lies over a page. `drawn` are the places where annotations and form fields may have text of their own. */
export type PageAnnotations = {
  links: PageLink[];
  comments: string[];
  files: (Part | null)[];
  checkBoxes: CheckBox[];
  drawn: Box[];
};

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
const mostAnnotations = 5_000;

function drawnBoxes(pdfium: Pdfium, page: number, placement: Placement): Box[] {
  const boxes: Box[] = [];
  const count = Math.min(pdfium.FPDFPage_GetAnnotCount(page), mostAnnotations);
  withMemory(pdfium, 16, (address) => {
    for (let index = 0; index < count; index++) {
      const annotation = pdfium.FPDFPage_GetAnnot(page, index);
      if (annotation === 0) continue;
      const kind = pdfium.FPDFAnnot_GetSubtype(annotation);
      if (worded.has(kind) && pdfium.FPDFAnnot_GetRect(annotation, address)) {
        const [left = 0, top = 0, right = 0, bottom = 0] = new Float32Array(
          heapOf(pdfium).buffer,
          address,
          4,
        );
        boxes.push(placement.toPage([left, top, right, bottom]));
      }
      pdfium.FPDFPage_CloseAnnot(annotation);
    }
  });
  return boxes;
}
