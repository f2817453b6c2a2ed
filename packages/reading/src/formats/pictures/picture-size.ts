import type { FoundPicture } from "./picture-kind";

type Size = { width: number; height: number };

const unknown: Size = { width: 0, height: 0 };

/** Returns the size of a picture in pixels as shown, 96 to the inch for drawings. Returns 0 for a size that its bytes do not say. */
export async function sizeOfPicture({ bytes, mediaType }: FoundPicture): Promise<Size> {
  const { width, height } = await measured(bytes, mediaType);
  const isWhole = Number.isFinite(width) && Number.isFinite(height) && width > 0 && height > 0;
  return isWhole ? { width: Math.round(width), height: Math.round(height) } : unknown;
}

async function measured(bytes: Buffer, mediaType: FoundPicture["mediaType"]): Promise<Size> {
  if (mediaType === "image/svg+xml") return sizeOfSvg(bytes);
  if (mediaType === "image/emf") return sizeOfEmf(bytes);
  if (mediaType === "image/wmf") return sizeOfWmf(bytes);
  if (mediaType === "image/bmp") return sizeOfBmp(bytes);
  try {
    const { default: sharp } = await import("sharp");
    const { autoOrient } = await sharp(bytes, { failOn: "none" }).metadata();
    return autoOrient;
  } catch {
    return unknown;
  }
}

const inches: Record<string, number> = {
  in: 96,
  cm: 37.8,
  mm: 3.78,
  pt: 4 / 3,
  pc: 16,
  px: 1,
  "": 1,
};

function sizeOfSvg(bytes: Buffer): Size {
  const [tag = ""] =
    /<(?:\w+:)?svg\s[^>]*>/.exec(bytes.subarray(0, 16_384).toString("latin1")) ?? [];
  const length = (name: string) => {
    const [, number, unit = ""] =
      new RegExp(`\\s${name}=["']\\s*([\\d.]+)(in|cm|mm|pt|pc|px)?\\s*["']`).exec(tag) ?? [];
    return number === undefined ? 0 : Number(number) * (inches[unit] ?? 1);
  };
  const [width, height] = [length("width"), length("height")];
  if (width > 0 && height > 0) return { width, height };
  const [, box = ""] = /\sviewBox=["']([^"']+)["']/.exec(tag) ?? [];
  const [, , across = 0, down = 0] = box
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return { width: across, height: down };
}

/** The frame of an EMF is in hundredths of a millimetre. */
function sizeOfEmf(bytes: Buffer): Size {
  const [left = 0, top = 0, right = 0, bottom = 0] = [24, 28, 32, 36].map((at) =>
    bytes.readInt32LE(at),
  );
  const pixels = 96 / 2_540;
  return { width: (right - left) * pixels, height: (bottom - top) * pixels };
}

function sizeOfWmf(bytes: Buffer): Size {
  if (bytes.readUInt32LE(0) !== 0x9ac6cdd7) return unknown;
  const [left = 0, top = 0, right = 0, bottom = 0] = [6, 8, 10, 12].map((at) =>
    bytes.readInt16LE(at),
  );
  const pixels = 96 / Math.max(1, bytes.readUInt16LE(14));
  return { width: (right - left) * pixels, height: (bottom - top) * pixels };
}

function sizeOfBmp(bytes: Buffer): Size {
  if (bytes.length < 26) return unknown;
  return { width: bytes.readInt32LE(18), height: Math.abs(bytes.readInt32LE(22)) };
}
