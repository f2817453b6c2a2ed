import type { Box } from "@besunny/document-model/parsed-document";
import sharp, { type Sharp } from "sharp";
import type { Grey } from "./grey";

/** A picture prepared for reading. `back` converts a box in it to a box in the original picture. */
export type Upright = { picture: Grey; scale: number; back(box: Box): Box };

/**
 * Turns the picture clockwise by `degrees`, multiplies its size by `scale`, and blurs it. `softness` is the width of the blur, in pixels.
 */
export async function uprightPicture(
  grey: Grey,
  { degrees, scale, softness }: { degrees: number; scale: number; softness: number },
): Promise<Upright> {
  const width = Math.max(1, Math.round(grey.width * scale));
  const height = Math.max(1, Math.round(grey.height * scale));
  let image = sharp(grey.pixels, { raw: { width: grey.width, height: grey.height, channels: 1 } });
  if (scale !== 1) image = image.resize(width, height, { fit: "fill", kernel: "cubic" });
  if (softness >= 0.3) image = image.blur(softness);
  const scaled = await greyOf(image);
  const picture = degrees === 0 ? scaled : await turned(scaled, degrees);
  return {
    picture,
    scale,
    back: (box) => turnedBack(box, { degrees, scale, from: picture, to: scaled }),
  };
}

async function turned({ pixels, width, height }: Grey, degrees: number): Promise<Grey> {
  const image = sharp(pixels, { raw: { width, height, channels: 1 } });
  return greyOf(image.rotate(degrees, { background: "#fff" }));
}

async function greyOf(image: Sharp): Promise<Grey> {
  const { data, info } = await image
    .toColourspace("b-w")
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height };
}

type Size = { width: number; height: number };

/** Converts a box around the middle, which both pictures share. Returns the upright box around a slanted word. */
function turnedBack(
  [left, top, width, height]: Box,
  { degrees, scale, from, to }: { degrees: number; scale: number; from: Size; to: Size },
): Box {
  const [sine, cosine] = [
    Math.sin((-degrees * Math.PI) / 180),
    Math.cos((-degrees * Math.PI) / 180),
  ];
  const x = left + width / 2 - from.width / 2;
  const y = top + height / 2 - from.height / 2;
  const wide = Math.abs(width * cosine) + Math.abs(height * sine);
  const high = Math.abs(width * sine) + Math.abs(height * cosine);
  const middle = [x * cosine - y * sine + to.width / 2, x * sine + y * cosine + to.height / 2];
  const [middleX = 0, middleY = 0] = middle;
  return [(middleX - wide / 2) / scale, (middleY - high / 2) / scale, wide / scale, high / scale];
}
