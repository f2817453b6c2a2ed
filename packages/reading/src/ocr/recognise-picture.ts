import { createHash } from "node:crypto";
import type { ReaderInput } from "../contract/reader-input";
import { buildImageDocument } from "./build-image-document";
import { decodeImage } from "./image/decode-image";
import { recognisedPage } from "./recognised-page";

/** The paragraphs of text in a picture, and the confidence (0 to 1). */
export type PictureText = { paragraphs: string[]; score: number };

/**
 * Reads the text of a picture inside another document (Office, HTML, mail, EPUB). The caller adds each paragraph to the document as a block
 * of kind "figure".
 *
 * Returns null for icons, logos, blanks, photographs without text, and files that are no image. Also returns null for a picture that the
 * same document showed before, and after `limits.recognisedPages` pictures. Does not throw for a damaged picture.
 */
export async function recognisePicture(
  bytes: Uint8Array,
  source: ReaderInput,
): Promise<PictureText | null> {
  const shown = seen.get(source.bytes) ?? new Set<string>();
  seen.set(source.bytes, shown);
  const hash = createHash("sha256").update(bytes).digest("base64");
  if (shown.has(hash) || shown.size >= source.limits.recognisedPages) return null;
  const grey = await decodeImage(bytes, { page: 0, limits: source.limits }).catch(() => null);
  if (!grey || isDecoration(grey)) return null;
  shown.add(hash);
  const page = await recognisedPage(grey, source);
  const { text, blocks } = await buildImageDocument([{ ...grey, ...page }], source);
  const paragraphs = blocks.map(({ span }) => text.slice(...span));
  const letters = text.replace(/[^\p{L}\p{N}]/gu, "").length;
  const { score } = page.quality;
  return letters >= leastLetters && score >= leastScore ? { paragraphs, score } : null;
}

/** The pictures that each document has shown, by the document's own bytes. */
const seen = new WeakMap<Buffer, Set<string>>();

/** Shorter or less sure text is not kept, such as a word or two in a photograph, or noise. */
const leastLetters = 8;
const leastScore = 0.55;

function isDecoration({ width, height }: { width: number; height: number }): boolean {
  return Math.min(width, height) < 32 || Math.max(width, height) < 120 || width * height < 12_000;
}
