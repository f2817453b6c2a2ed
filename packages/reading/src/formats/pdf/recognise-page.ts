import type { ReadPage } from "../../analysis/blocks/read-page";
import type { PlacedWord } from "../../analysis/layout/placed-word";
import type { ReaderInput } from "../../contract/reader-input";
import { tooLarge } from "../../contract/refusals";
import { imageShare } from "./pdfium/image-share";
import type { PdfDocument, Pdfium } from "./pdfium/pdfium";
import type { Placement } from "./pdfium/placement";
import { renderGrey } from "./pdfium/render";
import type { PageWords } from "./words/page-words";

const garbled = 0.4;

/** Returns true if a page should be recognised as a picture: it mostly is one, or its letters have no known meaning. */
export function needsRecognition(
  pdfium: Pdfium,
  page: number,
  placement: Placement,
  found: PageWords,
): boolean {
  if (found.characters > 8 && found.unreadable / found.characters > garbled) return true;
  if (found.characters > 300) return false;
  const { images, drawings } = imageShare(pdfium, page, placement);
  if (found.characters < 10) return images > 0.05 || drawings > 60;
  return images > 0.5;
}

const dotsPerInch = 220;
const mostPixels = 10_000_000;

/** Draws a page and reads the picture; its boxes are in points of the page as shown. */
export async function recognisePage(
  document: PdfDocument,
  page: number,
  { size, rotation }: Placement,
  source: ReaderInput,
): Promise<ReadPage> {
  const { grey, scale } = drawn(document, page, size);
  const { recognisedPage } = await import("../../ocr/recognised-page");
  return {
    kind: "page",
    ...size,
    rotation: rotation * 90,
    recognised: true,
    ...(await recognisedPage(grey, source, scale)),
  };
}

/** Draws a page and reads only the strip across it where the given words are. Returns the words seen. */
export async function recogniseStrip(
  document: PdfDocument,
  page: number,
  {
    placement: { size },
    words,
    source,
  }: { placement: Placement; words: PlacedWord[]; source: ReaderInput },
): Promise<PlacedWord[]> {
  const { grey, scale } = drawn(document, page, size);
  const top = Math.min(...words.map(({ box }) => box[1])) - margin;
  const bottom = Math.max(...words.map(({ box }) => box[1] + box[3])) + margin;
  const from = Math.max(0, Math.floor(top * scale));
  const to = Math.min(grey.height, Math.ceil(bottom * scale));
  if (to - from < 8) return [];
  const { recognisedPage } = await import("../../ocr/recognised-page");
  const strip = {
    pixels: grey.pixels.slice(from * grey.width, to * grey.width),
    width: grey.width,
    height: to - from,
  };
  return (await recognisedPage(strip, source, scale)).words;
}

/** Room above and below a strip, in points. */
const margin = 6;

function drawn(document: PdfDocument, page: number, size: Placement["size"]) {
  const wanted = dotsPerInch / 72;
  const scale = Math.min(wanted, Math.sqrt(mostPixels / Math.max(1, size.width * size.height)));
  const width = Math.max(1, Math.round(size.width * scale));
  const height = Math.max(1, Math.round(size.height * scale));
  if (!Number.isFinite(width * height)) throw tooLarge("The page is too large to be drawn.");
  const grey = renderGrey(document, page, { size: { width, height } });
  return { grey, scale };
}
