import type { Box } from "@besunny/document-model/parsed-document";
import { heapOf, type Pdfium, withMemory } from "./pdfium";

/** Converts a page's own coordinates into those of the page as shown. `rotation` counts quarter turns. */
export type Placement = {
  size: { width: number; height: number };
  rotation: number;
  toPage(edges: [left: number, top: number, right: number, bottom: number]): Box;
  /** Does the same for edges that are in no list, as those of each character. */
  boxOf(left: number, top: number, right: number, bottom: number): Box;
};

const precision = 100;

/** Boxes are in unrotated user space; three points through `FPDF_PageToDevice` give the way to the page as shown. */
export function placementOf(pdfium: Pdfium, page: number): Placement {
  const size = { width: pdfium.FPDF_GetPageWidthF(page), height: pdfium.FPDF_GetPageHeightF(page) };
  const origin = toDevice(pdfium, page, size, 0, 0);
  const along = toDevice(pdfium, page, size, 1_000, 0);
  const up = toDevice(pdfium, page, size, 0, 1_000);
  const [ax, ay] = [(along[0] - origin[0]) / 1_000, (along[1] - origin[1]) / 1_000];
  const [bx, by] = [(up[0] - origin[0]) / 1_000, (up[1] - origin[1]) / 1_000];
  const [originX, originY] = origin;
  const boxOf: Placement["boxOf"] = (left, top, right, bottom) => {
    const x1 = originX + left * ax + top * bx;
    const y1 = originY + left * ay + top * by;
    const x2 = originX + right * ax + bottom * bx;
    const y2 = originY + right * ay + bottom * by;
    return [Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1)];
  };
  return {
    size,
    rotation: pdfium.FPDFPage_GetRotation(page),
    boxOf,
    toPage: ([left, top, right, bottom]) => boxOf(left, top, right, bottom),
  };
}

function toDevice(
  pdfium: Pdfium,
  page: number,
  { width, height }: Placement["size"],
  x: number,
  y: number,
): [number, number] {
  return withMemory(pdfium, 8, (address) => {
    const [w, h] = [Math.round(width * precision), Math.round(height * precision)];
    pdfium.FPDF_PageToDevice(page, 0, 0, w, h, 0, x, y, address, address + 4);
    const found = new Int32Array(heapOf(pdfium).buffer, address, 2);
    return [(found[0] ?? 0) / precision, (found[1] ?? 0) / precision];
  });
}
