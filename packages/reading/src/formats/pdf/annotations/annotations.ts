import type { Box } from "@besunny/document-model/parsed-document";
import { heapOf, type Pdfium, withMemory } from "../pdfium/pdfium";
import type { Placement } from "../pdfium/placement";

/** More than anybody lays over one page. */
const mostAnnotations = 5_000;

/** The annotations of a page by their subtype, each open for as long as it is looked at. */
export function* annotationsOf(
  pdfium: Pdfium,
  page: number,
): Iterable<{ annotation: number; kind: number }> {
  const count = Math.min(pdfium.FPDFPage_GetAnnotCount(page), mostAnnotations);
  for (let index = 0; index < count; index++) {
    const annotation = pdfium.FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    try {
      yield { annotation, kind: pdfium.FPDFAnnot_GetSubtype(annotation) };
    } finally {
      pdfium.FPDFPage_CloseAnnot(annotation);
    }
  }
}

/** Returns the box of an annotation on the page as shown; null if the annotation has none. */
export function annotationBox(
  pdfium: Pdfium,
  annotation: number,
  placement: Placement,
): Box | null {
  return withMemory(pdfium, 16, (address) => {
    if (!pdfium.FPDFAnnot_GetRect(annotation, address)) return null;
    const [left = 0, top = 0, right = 0, bottom = 0] = new Float32Array(
      heapOf(pdfium).buffer,
      address,
      4,
    );
    return placement.toPage([left, top, right, bottom]);
  });
}
