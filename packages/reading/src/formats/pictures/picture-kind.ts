import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { fileTypeFromBuffer } from "file-type";

export type FoundPicture = { bytes: Buffer; mediaType: PictureType };

export const rasterTypes = [
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
  "image/tiff",
  "image/bmp",
  "image/heic",
  "image/avif",
] as const;

export const drawingTypes = ["image/svg+xml", "image/emf", "image/wmf"] as const;

export type PictureType = (typeof rasterTypes)[number] | (typeof drawingTypes)[number];

/**
 * Returns a picture with its kind by its bytes, whatever its name says. Unpacks the packed forms of drawings (EMZ, WMZ, SVGZ), up to
 * `mostBytes`. Returns null for bytes of any other kind.
 */
export async function unpackedPicture(
  bytes: Buffer,
  mostBytes: number,
): Promise<FoundPicture | null> {
  if (bytes.length < 8) return null;
  if (bytes.readUInt16BE(0) === 0x1f8b) {
    const maxOutputLength = Math.max(1, mostBytes);
    const inner = await promisify(gunzip)(bytes, { maxOutputLength }).catch(() => null);
    const mediaType = inner && drawingType(inner);
    return inner && mediaType ? { bytes: inner, mediaType } : null;
  }
  const mediaType = drawingType(bytes) ?? (await rasterType(bytes));
  return mediaType ? { bytes, mediaType } : null;
}

async function rasterType(bytes: Buffer): Promise<PictureType | undefined> {
  const type = await fileTypeFromBuffer(bytes.subarray(0, 4_100)).catch(() => undefined);
  return rasterTypes.find((each) => each === type?.mime);
}

/** Returns the kind of a drawing, which has no pixels. */
export function drawingType(bytes: Buffer): PictureType | undefined {
  if (
    bytes.length >= 44 &&
    bytes.readUInt32LE(0) === 1 &&
    bytes.toString("latin1", 40, 44) === " EMF"
  )
    return "image/emf";
  if (isWmf(bytes)) return "image/wmf";
  const head = bytes.subarray(0, 4_096).toString("latin1");
  return /^(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^[>]*(\[[^\]]*\])?>\s*)*<(\w+:)?svg[\s>]/i.test(
    head,
  )
    ? "image/svg+xml"
    : undefined;
}

/** With a header that says where it may be placed, or with the bare header of a file on disk or in memory. */
function isWmf(bytes: Buffer): boolean {
  if (bytes.length < 18) return false;
  if (bytes.readUInt32LE(0) === 0x9ac6cdd7) return true;
  const [type, words, version] = [0, 2, 4].map((at) => bytes.readUInt16LE(at));
  return (type === 1 || type === 2) && words === 9 && (version === 0x300 || version === 0x100);
}
