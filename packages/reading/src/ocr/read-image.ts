import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import sharp, { type Metadata as Header } from "sharp";
import type { ReaderInput } from "../contract/reader-input";
import { ReadingError } from "../contract/reading-error";
import { corrupt } from "../contract/refusals";
import { buildImageDocument, type ImagePage } from "./build-image-document";
import { isHeicOrBmp } from "./image/decode-heic-or-bmp";
import { decodeImage } from "./image/decode-image";
import { imageMetadata } from "./image/image-metadata";
import { tiffPages } from "./image/tiff-pages";
import { recognisedPage } from "./recognised-page";

/** Reads an image upright as its EXIF says: all pages of a TIFF but no reduced copies of them, the first picture of an animation. Throws `ReadingError`. */
export async function readImage(source: ReaderInput): Promise<ParsedDocument> {
  const header = await headerOf(source);
  const isPaged = source.format === "tiff";
  const images = header.pages ?? 1;
  const numbers = isPaged ? tiffPages(source.bytes, images) : [0];
  const count = isPaged ? numbers.length : images;
  const number = Math.min(numbers.length, source.limits.recognisedPages);
  const pages: ImagePage[] = [];
  for (const page of numbers.slice(0, number)) pages.push(await readPage(source, page, number));
  return buildImageDocument(pages, source, ({ metadata, warnings }) => {
    Object.assign(metadata, imageMetadata(header));
    if (isPaged && count > number)
      warnings.push(`Only the first ${number} of ${count} pages were read.`);
    if (!isPaged && count > 1)
      warnings.push(`The image moves; only the first of its ${count} pictures was read.`);
  });
}

async function headerOf({ bytes }: ReaderInput): Promise<Partial<Header>> {
  if (isHeicOrBmp(bytes)) return {};
  return sharp(bytes, { limitInputPixels: false, failOn: "none" })
    .metadata()
    .catch((cause: unknown) => {
      throw corrupt("The image", cause);
    });
}

/** Reads a page. A damaged page does not fail the other pages. */
async function readPage(source: ReaderInput, page: number, number: number): Promise<ImagePage> {
  try {
    const grey = await decodeImage(source.bytes, { page, limits: source.limits });
    const { width, height } = grey;
    return { width, height, ...(await recognisedPage(grey, source)) };
  } catch (error) {
    if (number === 1 || !(error instanceof ReadingError)) throw error;
    const quality = { score: 0, reasons: [error.message] };
    return { width: 0, height: 0, quality, regions: [], words: [] };
  }
}
