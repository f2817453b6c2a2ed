import sharp from "sharp";
import type { DocumentModel } from "../../document-model";
import { inOrder } from "../layout/in-order";
import { scaledBack } from "../layout/placed";
import { modelOf } from "../pdf/pdf-model";
import type { ReadPage } from "../pdf/read-pdf-page";
import type { Source } from "../read-file";
import { corrupt, tooLarge } from "../refusals";
import { recognise } from "./recognise";

/** Images, of TIFF all pages, upright as their EXIF says. */
export async function readImage(source: Source): Promise<DocumentModel> {
  const { pages: count = 1 } = await sharp(source.bytes, {
    limitInputPixels: false,
    failOn: "none",
  })
    .metadata()
    .catch((cause: unknown) => {
      throw corrupt("The image", cause);
    });
  const number = source.format === "tiff" ? count : 1;
  if (number > source.limits.recognisedPages) throw tooLarge("The image has too many pages.");
  const pages: ReadPage[] = [];
  for (let page = 0; page < number; page++) pages.push(await readPage(source, page));
  return modelOf(pages, source, () => undefined);
}

const leastSide = 1_000;
const mostPixels = 12_000_000;

async function readPage(source: Source, page: number): Promise<ReadPage> {
  const upright = await decode(source, page);
  const { width, height } = upright.info;
  const wanted = Math.min(3, Math.max(1, leastSide / Math.max(1, Math.min(width, height))));
  const scale = Math.min(wanted, Math.sqrt(mostPixels / (width * height)));
  const [w, h] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  const png = await sharp(upright.data, { raw: { width, height, channels: upright.info.channels } })
    .resize(w, h, { fit: "fill" })
    .png({ compressionLevel: 1 })
    .toBuffer();
  const { words, quality } = await recognise({ png, width: w, height: h }, source);
  return {
    kind: "image",
    width,
    height,
    rotation: 0,
    recognised: true,
    quality,
    ...inOrder([words.map((word) => scaledBack(word, scale))], { width, height, rules: [] }),
  };
}

async function decode({ bytes, limits }: Source, page: number) {
  try {
    return await sharp(bytes, { page, limitInputPixels: limits.pixels, failOn: "none" })
      .rotate()
      .flatten({ background: "#fff" })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
  } catch (cause) {
    if (cause instanceof Error && /pixel limit/i.test(cause.message))
      throw tooLarge("The image has too many pixels.");
    throw corrupt("The image", cause);
  }
}
