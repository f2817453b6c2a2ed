import { heapOf, type Pdfium, withMemory } from "./pdfium";
import type { Placement } from "./placement";

const path = 2;
const image = 3;
const form = 5;

type Drawn = { kind: number; object: number };

/** Returns the share of the page that pictures cover, 0 to 1, and the number of paths drawn on it. */
export function imageShare(
  pdfium: Pdfium,
  page: number,
  { size }: Placement,
): { images: number; drawings: number } {
  let area = 0;
  let drawings = 0;
  for (const { kind, object } of objectsOf(pdfium, page)) {
    if (kind === path) drawings += 1;
    if (kind === image) area += areaOf(pdfium, object);
    if (kind !== form) continue;
    const inside = [...objectsInForm(pdfium, object, 0)];
    drawings += inside.filter((each) => each.kind === path).length;
    // Boxes inside a form have its own units, so the area of the form counts for the picture in it.
    if (inside.some((each) => each.kind === image)) area += areaOf(pdfium, object);
  }
  return { images: Math.min(1, area / Math.max(1, size.width * size.height)), drawings };
}

const mostObjects = 5_000;

function* objectsOf(pdfium: Pdfium, page: number): Iterable<Drawn> {
  const count = Math.min(pdfium.FPDFPage_CountObjects(page), mostObjects);
  for (let index = 0; index < count; index++) {
    const object = pdfium.FPDFPage_GetObject(page, index);
    yield { kind: pdfium.FPDFPageObj_GetType(object), object };
  }
}

function* objectsInForm(pdfium: Pdfium, parent: number, depth: number): Iterable<Drawn> {
  const count = Math.min(pdfium.FPDFFormObj_CountObjects(parent), mostObjects);
  for (let index = 0; index < count; index++) {
    const object = pdfium.FPDFFormObj_GetObject(parent, index);
    const kind = pdfium.FPDFPageObj_GetType(object);
    yield { kind, object };
    if (kind === form && depth < 4) yield* objectsInForm(pdfium, object, depth + 1);
  }
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
