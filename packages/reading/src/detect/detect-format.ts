import type { Format } from "@besunny/document-model/parsed-document";
import type { Limits } from "../contract/limits";
import { unsupported } from "../contract/refusals";
import type { Detected } from "./detected";
import { isPlain } from "./is-plain";
import { mediaTypes } from "./media-types";
import { detectBySignature } from "./signatures";

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

const recordings: Record<string, Format> = {
  "audio/mpeg": "mp3",
  "audio/x-m4a": "m4a",
  "audio/mp4": "m4a",
  "video/mp4": "mp4",
  "video/x-m4v": "mp4",
  "video/quicktime": "mp4",
  "audio/wav": "wav",
  "audio/vnd.wave": "wav",
  "video/webm": "webm",
  "audio/ogg": "ogg",
  "audio/ogg; codecs=opus": "ogg",
  "video/ogg": "ogg",
  "audio/flac": "flac",
  "audio/x-flac": "flac",
};

const otherPacked = /zstd|lzh|x-arj|compress$/;

/** Detects the format by the bytes. The name only decides between kinds of plain text. Throws `ReadingError`. */
export async function detectFormat(
  bytes: Buffer,
  given: { fileName: string; limits: Limits },
): Promise<Detected> {
  const found = await detectBySignature(bytes, given);
  if (found) return found;
  const { fileTypeFromBuffer } = await import("file-type");
  const sniffed = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const mime = sniffed?.mime ?? "";
  const known = images[mime] ?? recordings[mime];
  if (known && !isPlain(bytes)) return { format: known, mediaType: mediaTypes[known] };
  if (otherPacked.test(mime))
    throw unsupported(
      `An archive of the kind ${sniffed?.ext.toUpperCase()}`,
      "Unpack it and upload the documents in it, or pack them as ZIP.",
    );
  if (sniffed && !/xml|text|html|rfc822|json|calendar|vcard|mbox/.test(mime) && !isPlain(bytes))
    throw unsupported(`A file of the kind ${sniffed.ext.toUpperCase()}`);
  const { detectText } = await import("./detect-text");
  const format = detectText(bytes, given.fileName);
  return { format, mediaType: mediaTypes[format] };
}
