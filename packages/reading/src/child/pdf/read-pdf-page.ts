import type { Page } from "../../document-model";
import { inOrder } from "../layout/in-order";
import { type PlacedWord, type Region, scaledBack } from "../layout/placed";
import type { Source } from "../read-file";
import { tooLarge } from "../refusals";
import type { Rule } from "../tables/found-table";
import { imageShare } from "./image-share";
import { pageRules } from "./page-rules";
import { type PageWords, readPageWords } from "./page-words";
import type { PdfDocument, Pdfium } from "./pdfium";
import { type Placement, placementOf } from "./placement";
import { renderPng } from "./render";

/** A page taken apart: what it holds in reading order, before it is known how the rest of the document looks. */
export type ReadPage = Pick<
  Page,
  "kind" | "width" | "height" | "rotation" | "recognised" | "quality"
> & {
  regions: Region[];
  words: PlacedWord[];
  label?: string;
};

export async function readPdfPage(
  document: PdfDocument,
  index: number,
  source: Source,
): Promise<ReadPage> {
  const { pdfium } = document;
  const page = loadFlattened(document, index);
  if (page === 0) return unreadablePage();
  try {
    const placement = placementOf(pdfium, page);
    const found = readPageWords(pdfium, page, placement);
    const asWritten = () => fromWords(found, placement, pageRules(pdfium, page, placement));
    if (!needsRecognition(pdfium, page, placement, found)) return asWritten();
    const recognised = await recognisePage(document, page, placement, source);
    return recognised.words.length >= countOf(found) / 2 ? recognised : asWritten();
  } finally {
    pdfium.FPDF_ClosePage(page);
  }
}

const flattened = 1;

/** What people filled into forms and wrote over the page is text only once it is made part of the page. */
function loadFlattened({ pdfium, handle, form }: PdfDocument, index: number): number {
  const page = pdfium.FPDF_LoadPage(handle, index);
  if (page === 0 || pdfium.FPDFPage_GetAnnotCount(page) <= 0) return page;
  if (form !== 0) pdfium.FORM_OnAfterLoadPage(page, form);
  if (form !== 0) pdfium.FORM_OnBeforeClosePage(page, form);
  if (pdfium.FPDFPage_Flatten(page, 0) !== flattened) return page;
  pdfium.FPDF_ClosePage(page);
  return pdfium.FPDF_LoadPage(handle, index);
}

function unreadablePage(): ReadPage {
  const quality = { score: 0, reasons: ["The page is damaged."] };
  return {
    kind: "page",
    width: 0,
    height: 0,
    rotation: 0,
    recognised: false,
    quality,
    regions: [],
    words: [],
  };
}

function countOf({ byDirection }: PageWords): number {
  return byDirection.reduce((sum, { length }) => sum + length, 0);
}

function needsRecognition(
  pdfium: Pdfium,
  page: number,
  placement: Placement,
  found: PageWords,
): boolean {
  if (found.characters > 40 && found.unreadable / found.characters > 0.4) return true;
  if (found.characters > 300) return false;
  const { images, drawings } = imageShare(pdfium, page, placement);
  if (found.characters < 10) return images > 0.05 || drawings > 60;
  return images > 0.5;
}

function fromWords(found: PageWords, { size, rotation }: Placement, rules: Rule[]): ReadPage {
  return {
    kind: "page",
    ...size,
    rotation: rotation * 90,
    recognised: false,
    quality: qualityOf(found),
    ...inOrder(found.byDirection, { ...size, rules }),
  };
}

function qualityOf({ characters, unreadable }: PageWords): Page["quality"] {
  if (characters === 0) return { score: 0, reasons: ["The page has no text."] };
  const share = unreadable / characters;
  const reasons =
    share > 0.05 ? [`${Math.round(share * 100)} % of the characters have no known meaning.`] : [];
  return { score: Math.max(0, 1 - 2 * share), reasons };
}

const dotsPerInch = 220;
const mostPixels = 10_000_000;

async function recognisePage(
  document: PdfDocument,
  page: number,
  { size, rotation }: Placement,
  source: Source,
): Promise<ReadPage> {
  const wanted = dotsPerInch / 72;
  const scale = Math.min(wanted, Math.sqrt(mostPixels / Math.max(1, size.width * size.height)));
  const width = Math.max(1, Math.round(size.width * scale));
  const height = Math.max(1, Math.round(size.height * scale));
  if (!Number.isFinite(width * height)) throw tooLarge("The page is too large to be drawn.");
  const png = await renderPng(document, page, { width, height }, { isGrey: true });
  const { recognise } = await import("../ocr/recognise");
  const { words, quality } = await recognise({ png, width, height }, source);
  const placed = words.map((word) => scaledBack(word, scale));
  return {
    kind: "page",
    ...size,
    rotation: rotation * 90,
    recognised: true,
    quality,
    ...inOrder([placed], { ...size, rules: [] }),
  };
}
