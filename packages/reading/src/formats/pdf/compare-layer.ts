import type { PlacedWord } from "../../analysis/layout/placed-word";
import type { ReaderInput } from "../../contract/reader-input";
import type { PdfDocument } from "./pdfium/pdfium";
import type { Placement } from "./pdfium/placement";
import { recogniseStrip } from "./recognise-page";
import { isScan } from "./words/hidden-words";
import { isPlausible } from "./words/is-plausible";
import type { PageWords } from "./words/page-words";

/** Counts the text layers of a document that were compared with their pictures, and the wrong ones among them. */
export type LayerCount = { compared: number; wrong: number };

type Given = {
  found: PageWords;
  placement: Placement;
  index: number;
  layers: LayerCount;
  source: ReaderInput;
};

/** The first pages of a scan are compared, then one of so many, and each after a wrong one. */
const FIRST = 2;
const EVERY = 20;

const WORDS_OF_STRIP = 40;
const ENOUGH_WORDS = 8;
/** Below this share of common words the layer is another text. */
const LEAST_COMMON = 0.4;

/**
 * Returns true for a scan whose text layer does not say what its picture shows. Either its letters make no words, or a strip of the page is
 * recognised as something else.
 */
export async function isWrongLayer(
  document: PdfDocument,
  page: number,
  { found, placement, index, layers, source }: Given,
): Promise<boolean> {
  if (!isScan(document, page, { found, placement })) return false;
  if (!isPlausible(found)) return true;
  if (layers.wrong === 0 && layers.compared >= FIRST && index % EVERY !== 0) return false;
  const words = middleWords(found);
  if (words.length < ENOUGH_WORDS) return false;
  layers.compared += 1;
  const seen = await recogniseStrip(document, page, { placement, words, source }).catch(
    (error: unknown) => {
      if (error instanceof WebAssembly.RuntimeError) throw error;
      return null;
    },
  );
  if (!seen || seen.length < ENOUGH_WORDS) return false;
  const isWrong = commonShare(words, seen) < LEAST_COMMON;
  if (isWrong) layers.wrong += 1;
  return isWrong;
}

/** Returns the words in the middle of the page, from top to bottom. */
function middleWords({ byDirection }: PageWords): PlacedWord[] {
  const sorted = [...(byDirection[0] ?? [])].sort((a, b) => a.box[1] - b.box[1]);
  const from = Math.max(0, Math.floor((sorted.length - WORDS_OF_STRIP) / 2));
  return sorted.slice(from, from + WORDS_OF_STRIP);
}

function commonShare(words: readonly PlacedWord[], seen: readonly PlacedWord[]): number {
  const known = new Set(seen.map(({ text }) => bare(text)));
  const asked = words.map(({ text }) => bare(text)).filter((text) => text.length > 2);
  return asked.length === 0 ? 1 : asked.filter((text) => known.has(text)).length / asked.length;
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
