import { readFile } from "node:fs/promises";
import type { Format } from "@besunny/document-model/parsed-document";
import type { Limits } from "../contract/limits";
import { ReadingError } from "../contract/reading-error";
import { unsupported } from "../contract/refusals";
import { detectFormat } from "../detect/detect-format";
import { openPdf } from "../formats/pdf/pdfium/pdfium";
import { renderPng } from "../formats/pdf/pdfium/render";
import { drawingType } from "../formats/pictures/picture-kind";
import { withoutSignature } from "../formats/signed/without-signature";

/** Returns a page (from 1) of a PDF, a slide of a PPTX, an image or a drawing as PNG. Throws `ReadingError`. */
export async function renderPage({
  path,
  page,
  width,
  password,
  limits,
}: {
  path: string;
  page: number;
  width: number;
  password?: string | undefined;
  limits: Limits;
}): Promise<Uint8Array> {
  const { content: bytes } = await withoutSignature(await readFile(path), {
    fileName: path,
    limits,
  });
  if (drawingType(bytes)) {
    const { drawPicture } = await import("../formats/pictures/draw-picture");
    const drawn = await drawPicture(bytes, width);
    if (drawn) return drawn;
  }
  const { format } = await detectFormat(bytes, { fileName: path, limits });
  if (format === "pdf") return renderPdfPage(bytes, { page, width, password });
  if (images.has(format)) {
    const { imageError, openImage } = await import("../ocr/image/decode-image");
    try {
      const image = await openImage(bytes, { page: page - 1, limits });
      return await image.resize({ width, withoutEnlargement: true }).png().toBuffer();
    } catch (cause) {
      throw imageError(cause);
    }
  }
  if (format === "pptx") {
    const { drawSlide } = await import("../formats/office/pptx/draw/draw-slide");
    return drawSlide(bytes, { page, width, limits });
  }
  throw unsupported("A document of this kind has no page images; it", "Look at its text instead.");
}

const images = new Set<Format>(["png", "jpeg", "tiff", "webp", "gif", "heic", "avif", "bmp"]);

async function renderPdfPage(
  bytes: Buffer,
  { page, width, password }: { page: number; width: number; password: string | undefined },
): Promise<Uint8Array> {
  const document = await openPdf(bytes, password);
  const { pdfium, handle } = document;
  try {
    const loaded = pdfium.FPDF_LoadPage(handle, page - 1);
    if (loaded === 0)
      throw new ReadingError("CORRUPT", `Page ${page} cannot be drawn.`, "Choose another page.");
    const ratio =
      pdfium.FPDF_GetPageHeightF(loaded) / Math.max(1, pdfium.FPDF_GetPageWidthF(loaded));
    const height = Math.max(1, Math.round(width * ratio));
    const image = await renderPng(document, loaded, { width, height }, { isGrey: false });
    pdfium.FPDF_ClosePage(loaded);
    return image;
  } finally {
    document.close();
  }
}
