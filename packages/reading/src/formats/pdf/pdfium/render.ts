import sharp from "sharp";
import { tooLarge } from "../../../contract/refusals";
import { heapOf, type PdfDocument } from "./pdfium";

const annotations = 0x01;
const bgra = 4;

/** The page (from 0) as shown, on white, as raw RGBA. */
export function renderRaw(
  { pdfium }: Pick<PdfDocument, "pdfium">,
  page: number,
  { width, height }: { width: number; height: number },
): Buffer {
  if (width * height > 50_000_000) throw tooLarge("The page is too large to be drawn.");
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, bgra, 0, 0);
  if (bitmap === 0) throw tooLarge("The page is too large to be drawn.");
  try {
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, annotations);
    const start = pdfium.FPDFBitmap_GetBuffer(bitmap);
    const pixels = Buffer.from(heapOf(pdfium).subarray(start, start + width * height * 4));
    swapRedAndBlue(pixels);
    return pixels;
  } finally {
    pdfium.FPDFBitmap_Destroy(bitmap);
  }
}

function swapRedAndBlue(pixels: Buffer) {
  for (let at = 0; at < pixels.length; at += 4) {
    const blue = pixels[at] ?? 0;
    pixels[at] = pixels[at + 2] ?? 0;
    pixels[at + 2] = blue;
  }
}

/** A page's image as PNG, `scale` pixels to the point. */
export async function renderPng(
  document: Pick<PdfDocument, "pdfium">,
  page: number,
  { width, height }: { width: number; height: number },
  options: { isGrey: boolean },
): Promise<Buffer> {
  const pixels = renderRaw(document, page, { width, height });
  const image = sharp(pixels, { raw: { width, height, channels: 4 } }).flatten({
    background: "#fff",
  });
  return (options.isGrey ? image.greyscale() : image)
    .png({ compressionLevel: options.isGrey ? 1 : 6 })
    .toBuffer();
}
