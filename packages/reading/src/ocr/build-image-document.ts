import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { buildPageDocument } from "../analysis/blocks/build-page-document";
import type { ReaderInput } from "../contract/reader-input";
import type { RecognisedPage } from "./recognised-page";

export type ImagePage = RecognisedPage & { width: number; height: number };

/** Builds the parsed document of recognised images, one page each. Sizes and boxes are in pixels. */
export function buildImageDocument(
  pages: ImagePage[],
  source: Pick<ReaderInput, "format" | "mediaType">,
  finish: Parameters<typeof buildPageDocument>[2] = () => undefined,
): Promise<ParsedDocument> {
  const read = pages.map(({ width, height, quality, regions, words }) => ({
    kind: "image" as const,
    width,
    height,
    rotation: 0,
    recognised: true,
    quality,
    regions,
    words,
  }));
  return buildPageDocument(read, source, finish);
}
