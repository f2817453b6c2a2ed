import sharp, { type Sharp } from "sharp";
import type { Limits } from "../../contract/limits";
import { corrupt, tooLarge } from "../../contract/refusals";
import { decodeHeicOrBmp } from "./decode-heic-or-bmp";
import { type Grey, isBlank } from "./grey";

/** Returns a page (from 0) of an image in shades of grey, upright as its EXIF says. Throws `ReadingError`. */
export async function decodeImage(
  bytes: Uint8Array,
  { page, limits }: { page: number; limits: Limits },
): Promise<Grey> {
  try {
    const image = await openImage(bytes, { page, limits });
    const onWhite = await greyOn(image.clone(), "#fff");
    const { hasAlpha } = await image.metadata();
    // White text on a transparent background is invisible on white.
    return hasAlpha && isBlank(onWhite) ? await greyOn(image.clone(), "#000") : onWhite;
  } catch (cause) {
    throw imageError(cause);
  }
}

/** Opens any image that can be decoded, for sharp's pipeline. */
export async function openImage(
  bytes: Uint8Array,
  { page, limits }: { page: number; limits: Limits },
): Promise<Sharp> {
  const foreign = await decodeHeicOrBmp(bytes, limits);
  if (foreign) {
    const { width, height, pixels } = foreign;
    return sharp(pixels, { raw: { width, height, channels: 4 } });
  }
  return sharp(bytes, { page, limitInputPixels: limits.pixels, failOn: "none" }).autoOrient();
}

export function imageError(cause: unknown): Error {
  if (cause instanceof Error && cause.name === "ReadingError") return cause;
  if (cause instanceof Error && /pixel limit|too large/i.test(cause.message))
    return tooLarge("The image has too many pixels.");
  return corrupt("The image", cause);
}

async function greyOn(image: Sharp, background: string): Promise<Grey> {
  const { data, info } = await image
    .flatten({ background })
    .toColourspace("b-w")
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height };
}
