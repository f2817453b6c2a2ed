import { heapOf, type Pdfium, withMemory } from "./pdfium";
import type { Placement } from "./placement";

const path = 2;
const image = 3;
const form = 5;

/** How much of the page images cover, 0 to 1, and how many drawn paths and nested forms it has. */
export function imageShare(
  pdfium: Pdfium,
  page: number,
  { size }: Placement,
): { images: number; drawings: number } {
  const count = Math.min(pdfium.FPDFPage_CountObjects(page), 5_000);
  let area = 0;
  let drawings = 0;
  for (let index = 0; index < count; index++) {
    const object = pdfium.FPDFPage_GetObject(page, index);
    const kind = pdfium.FPDFPageObj_GetType(object);
    if (kind === path) drawings += 1;
    if (kind === image || kind === form) area += areaOf(pdfium, object);
  }
  return { images: Math.min(1, area / Math.max(1, size.width * size.height)), drawings };
}

function areaOf(pdfium: Pdfium, object: number): number {
  return withMemory(pdfium, 16, (at) => {
    if (!pdfium.FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12)) return 0;
    const [left = 0, bottom = 0, right = 0, top = 0] = new Float32Array(
      heapOf(pdfium).buffer,
      at,
      4,
    );
    return Math.abs((right - left) * (top - bottom));
  });
}
