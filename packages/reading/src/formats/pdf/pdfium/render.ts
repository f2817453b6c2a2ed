import { tooLarge } from "../../../contract/refusals";
import { type Grey, greyOfBgra } from "../../../ocr/image/grey";
import { heapOf, type PdfDocument } from "./pdfium";

const annotations = 0x01;
/** Draws in the order of red, green and blue. */
const reversedBytes = 0x10;
const bgra = 4;

type Size = { width: number; height: number };

/** A part of the drawn page in pixels; the right and the lower edge are outside it. */
export type Area = { left: number; top: number; right: number; bottom: number };

/** The page (from 0) as shown, on white, as raw RGBA. */
function renderRaw(document: Pick<PdfDocument, "pdfium">, page: number, size: Size): Buffer {
  return drawn(document, page, { size, area: wholeOf(size) }, reversedBytes, (pixels) =>
    Buffer.from(pixels),
  );
}

/** The page as shown in grey, on white. `size` is that of the whole page; only the area is drawn and returned. */
export function renderGrey(
  document: Pick<PdfDocument, "pdfium">,
  page: number,
  { size, area = wholeOf(size) }: { size: Size; area?: Area },
): Grey {
  return drawn(document, page, { size, area }, 0, (pixels) =>
    greyOfBgra(pixels, { width: area.right - area.left, height: area.bottom - area.top }),
  );
}

function wholeOf({ width, height }: Size): Area {
  return { left: 0, top: 0, right: width, bottom: height };
}

/** `take` must copy: the pixels are PDFium's own memory. */
function drawn<Result>(
  { pdfium }: Pick<PdfDocument, "pdfium">,
  page: number,
  { size, area }: { size: Size; area: Area },
  order: number,
  take: (pixels: Uint8Array) => Result,
): Result {
  const [width, height] = [area.right - area.left, area.bottom - area.top];
  if (width * height > 50_000_000) throw tooLarge("The page is too large to be drawn.");
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, bgra, 0, 0);
  if (bitmap === 0) throw tooLarge("The page is too large to be drawn.");
  try {
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    const flags = annotations | order;
    const [left, top] = [-area.left, -area.top];
    pdfium.FPDF_RenderPageBitmap(bitmap, page, left, top, size.width, size.height, 0, flags);
    const start = pdfium.FPDFBitmap_GetBuffer(bitmap);
    return take(heapOf(pdfium).subarray(start, start + width * height * 4));
  } finally {
    pdfium.FPDFBitmap_Destroy(bitmap);
  }
}

/** A page's image as PNG, `scale` pixels to the point. */
export async function renderPng(
  document: Pick<PdfDocument, "pdfium">,
  page: number,
  { width, height }: { width: number; height: number },
  options: { isGrey: boolean },
): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  const pixels = renderRaw(document, page, { width, height });
  const image = sharp(pixels, { raw: { width, height, channels: 4 } }).flatten({
    background: "#fff",
  });
  return (options.isGrey ? image.greyscale() : image)
    .png({ compressionLevel: options.isGrey ? 1 : 6 })
    .toBuffer();
}
