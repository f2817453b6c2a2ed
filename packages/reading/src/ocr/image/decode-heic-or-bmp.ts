import type { Limits } from "../../contract/limits";
import { tooLarge } from "../../contract/refusals";

/** Red, green, blue and alpha of each pixel. */
export type Pixels = { width: number; height: number; pixels: Uint8Array };

export function isHeicOrBmp(bytes: Uint8Array): boolean {
  return isBmp(bytes) || isHeic(bytes);
}

function isBmp(bytes: Uint8Array): boolean {
  return bytes[0] === 0x42 && bytes[1] === 0x4d;
}

function isHeic(bytes: Uint8Array): boolean {
  const brand = Buffer.from(bytes.subarray(4, 12)).toString("latin1");
  return /^ftyp(hei[cx]|hev[cx]|mif1|msf1)$/.test(brand);
}

/** Returns the pixels of the kinds that sharp does not decode (HEIC, BMP), or null for all other kinds. */
export async function decodeHeicOrBmp(bytes: Uint8Array, limits: Limits): Promise<Pixels | null> {
  if (isBmp(bytes)) return bmpPixels(bytes, limits);
  return isHeic(bytes) ? heicPixels(bytes, limits) : null;
}

async function bmpPixels(bytes: Uint8Array, limits: Limits): Promise<Pixels> {
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  weigh(Math.abs(header.readInt32LE(18)) * Math.abs(header.readInt32LE(22)), limits);
  const { decode } = await import("bmp-ts");
  const { width, height, data } = decode(header, { toRGBA: true });
  const pixels = new Uint8Array(data);
  // Most files leave the fourth byte empty, and mean an opaque picture.
  if (pixels.every((value, index) => index % 4 !== 3 || value === 0))
    for (let at = 3; at < pixels.length; at += 4) pixels[at] = 255;
  return { width, height, pixels };
}

async function heicPixels(bytes: Uint8Array, limits: Limits): Promise<Pixels> {
  const { all } = (await import("heic-decode")).default;
  const images = await all({ buffer: bytes });
  const [first] = images;
  if (!first) throw new Error("The file holds no image.");
  weigh(first.width * first.height, limits);
  const { width, height, data } = await first.decode();
  images.dispose();
  return { width, height, pixels: new Uint8Array(data) };
}

function weigh(pixels: number, limits: Limits) {
  if (pixels > limits.pixels) throw tooLarge("The image has too many pixels.");
}
