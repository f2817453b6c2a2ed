import type { Format } from "@besunny/document-model/parsed-document";
import { fileTypeFromBuffer } from "file-type";
import { openArchive } from "../archive/archive";
import type { Limits } from "../contract/limits";
import { unsupported } from "../contract/refusals";
import { detectArchive } from "./detect-archive";
import { detectCompound } from "./detect-compound";
import { detectText } from "./detect-text";
import { isTnef } from "./is-tnef";
import { mediaTypes } from "./media-types";

export type Detected = { format: Format; mediaType: string };

/** Detects the format by the bytes. The name only decides between kinds of plain text. Throws `ReadingError`. */
export async function detectFormat(
  bytes: Buffer,
  { fileName, limits }: { fileName: string; limits: Limits },
): Promise<Detected> {
  return formatOf(bytes, fileName, limits);
}

const images: Record<string, Format> = {
  "image/png": "png",
  "image/apng": "png",
  "image/jpeg": "jpeg",
  "image/tiff": "tiff",
  "image/webp": "webp",
  "image/gif": "gif",
  "image/heic": "heic",
  "image/heif": "heic",
  "image/heic-sequence": "heic",
  "image/heif-sequence": "heic",
  "image/avif": "avif",
  "image/bmp": "bmp",
};

const packed: Record<string, string> = {
  "application/x-tar": "application/x-tar",
  "application/gzip": "application/gzip",
};

const otherPacked = /7z-compressed|rar-compressed|x-bzip2|x-xz|zstd|lzh|x-arj|compress$/;

async function formatOf(bytes: Buffer, fileName: string, limits: Limits): Promise<Detected> {
  const start = bytes.subarray(0, 1_024).toString("latin1");
  if (isPdf(start, bytes)) return of("pdf");
  if (/^\s*(\u00ef\u00bb\u00bf)?\{\\rtf/.test(start)) return of("rtf");
  if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006"))
    return of(await detectArchive(await openArchive(bytes, limits)));
  if (isTnef(bytes)) return { format: "msg", mediaType: "application/vnd.ms-tnef" };
  if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) return of(detectCompound(bytes));

  const sniffed = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const mime = sniffed?.mime ?? "";
  const image = images[mime];
  if (image && !isPlain(bytes)) return of(image);
  if (mime in packed) return { format: "zip", mediaType: mime };
  if (otherPacked.test(mime))
    throw unsupported(
      `An archive of the kind ${sniffed?.ext.toUpperCase()}`,
      "Unpack it and upload the documents in it, or pack them as ZIP.",
    );
  if (sniffed && !/xml|text|html|rfc822|json|calendar|vcard|mbox/.test(mime) && !isPlain(bytes))
    throw unsupported(`A file of the kind ${sniffed.ext.toUpperCase()}`);
  return of(detectText(bytes, fileName));
}

function of(format: Format): Detected {
  return { format, mediaType: mediaTypes[format] };
}

/** Returns true for a PDF. Some programs write a few bytes before the mark. A text about PDF is not a PDF. */
function isPdf(start: string, bytes: Buffer): boolean {
  const at = start.indexOf("%PDF-");
  if (at < 0) return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what stands before the mark is often binary
  const isAlone = at === 0 || /[\u0000-\u001f\u007f-\u00ff]\s*$/.test(start.slice(0, at));
  return isAlone || bytes.includes("endobj");
}

/** Returns true for plain text, which may begin with the same bytes as a program or a film. */
function isPlain(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, 4_096);
  return sample.length > 16 && sample.every((byte) => byte >= 0x20 || (byte >= 9 && byte <= 13));
}
