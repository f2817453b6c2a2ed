import type { Page } from "@besunny/document-model/parsed-document";
import type { ReadPage } from "../../analysis/blocks/read-page";
import { type OrderedRegions, orderRegions } from "../../analysis/layout/order-regions";
import type { ReaderInput } from "../../contract/reader-input";
import { type PageAnnotations, readPageAnnotations } from "./annotations/page-annotations";
import { isWrongLayer, type LayerCount } from "./compare-layer";
import { type PdfDocument, readString } from "./pdfium/pdfium";
import { type Placement, placementOf } from "./pdfium/placement";
import type { PdfjsFallback } from "./pdfjs/pdfjs-fallback";
import { needsRecognition, recognisePage } from "./recognise-page";
import { pageRules } from "./rules/page-rules";
import { orderTaggedRegions } from "./tags/read-tags";
import { withAnnotationWords } from "./words/annotated-words";
import { withoutHiddenWords } from "./words/hidden-words";
import { isBetterSeen, isGarbled } from "./words/is-garbled";
import { isPlausible } from "./words/is-plausible";
import type { PageWords } from "./words/page-words";
import { readPageWords } from "./words/read-page-words";

/**
 * `pdfjsFallback` is asked for pages whose letters have no known meaning. `layers` counts the text layers of scans that were compared.
 * `hasLayeredForms` says that forms of the file may be in layers, which PDFium does not tell. `isTagged` says that the file is a tagged PDF.
 */
export type PageSource = {
  source: ReaderInput;
  pdfjsFallback: () => Promise<PdfjsFallback>;
  layers: LayerCount;
  hasLayeredForms: boolean;
  isTagged: boolean;
};

/** Reads a page, from 0: its own words, else those of the second opinion, else what is recognised on its picture. */
export async function readPdfPage(
  document: PdfDocument,
  index: number,
  from: PageSource,
): Promise<ReadPage> {
  const { pdfium, handle } = document;
  const loaded = pdfium.FPDF_LoadPage(handle, index);
  if (loaded === 0) return damagedPage();
  const placement = placementOf(pdfium, loaded);
  const annotations = readPageAnnotations(document, loaded, placement);
  const own = readPageWords(pdfium, loaded, placement, from);
  const isDrawnOver = annotations !== null && annotations.drawn.length > 0;
  // Once flattened, a page may well come back at the address that it had before.
  const page = isDrawnOver ? flattened(document, loaded, index) : loaded;
  if (page === 0) return damagedPage();
  try {
    const words =
      annotations && isDrawnOver
        ? withAnnotationWords(
            own,
            readPageWords(pdfium, page, placement, from),
            annotations,
            placement,
          )
        : own;
    const shown = withoutHiddenWords(document, page, { found: words, placement });
    const found = await withPdfjsFallback(shown, index, from);
    const read = await readFound(document, page, { found, placement, index, from });
    return { ...read, ...partsOf(annotations), ...labelOf(document, index) };
  } finally {
    pdfium.FPDF_ClosePage(page);
  }
}

function partsOf(
  annotations: PageAnnotations | null,
): Pick<ReadPage, "links" | "comments" | "files"> {
  if (!annotations) return {};
  const { links, comments, files } = annotations;
  return { links, comments, files };
}

const doubtful = 0.15;

/** Returns the words of pdf.js if many letters have no known meaning to PDFium and pdf.js makes sense of them; else those of PDFium. */
async function withPdfjsFallback(
  found: PageWords,
  index: number,
  { pdfjsFallback }: PageSource,
): Promise<PageWords> {
  if (found.characters < 8 || found.unreadable / found.characters <= doubtful) return found;
  const other = await (await pdfjsFallback()).read(index);
  if (!other || other.characters < found.characters / 2) return found;
  const isBetter =
    other.unreadable / Math.max(1, other.characters) < doubtful && isPlausible(other);
  return isBetter ? other : found;
}

type Found = { found: PageWords; placement: Placement; index: number; from: PageSource };

async function readFound(
  document: PdfDocument,
  page: number,
  { found, placement, index, from }: Found,
): Promise<ReadPage> {
  const { pdfium } = document;
  const { source, layers } = from;
  const asWritten = () => {
    const sheet = { ...placement.size, rules: pageRules(pdfium, page, placement) };
    const ordered = from.isTagged
      ? orderTaggedRegions(pdfium, page, found, sheet)
      : orderRegions(found.byDirection, sheet);
    return fromWords(found, placement, ordered);
  };
  const recognised = () =>
    recognisePage(document, page, placement, source).catch((error: unknown) => {
      if (countOf(found) === 0 || error instanceof WebAssembly.RuntimeError) throw error;
      return null;
    });
  if (await isWrongLayer(document, page, { found, placement, index, layers, source }))
    return (await recognised()) ?? doubted(asWritten());
  if (!needsRecognition(pdfium, page, placement, found)) {
    const seen = isGarbled(found) ? await recognised() : null;
    return seen && isBetterSeen(seen, found) ? replaced(seen) : asWritten();
  }
  const read = await recognised();
  return read && read.words.length >= countOf(found) / 2 ? read : asWritten();
}

/** Says that the words on the picture were taken in place of those stored in the page. */
function replaced(page: ReadPage): ReadPage {
  const reasons = [
    ...page.quality.reasons,
    "The text stored in the page is garbled. Its words were read from its picture.",
  ];
  return { ...page, quality: { score: Math.min(page.quality.score, 0.7), reasons } };
}

function doubted(page: ReadPage): ReadPage {
  const reasons = [
    ...page.quality.reasons,
    "The words stored in the page differ from its picture.",
  ];
  return { ...page, quality: { score: Math.min(page.quality.score, 0.4), reasons } };
}

/** Returns the label of a page if it is not the page's number. */
function labelOf({ pdfium, handle }: PdfDocument, index: number): { label?: string } {
  const label = readString(pdfium, (address, size) =>
    pdfium.FPDF_GetPageLabel(handle, index, address, size),
  ).trim();
  return label === "" || label === `${index + 1}` ? {} : { label };
}

const wasFlattened = 1;

/** Makes form values and text written over the page a part of it: PDFium does not read them as text before. */
function flattened({ pdfium, handle, form }: PdfDocument, page: number, index: number): number {
  if (form !== 0) pdfium.FORM_OnAfterLoadPage(page, form);
  if (form !== 0) pdfium.FORM_OnBeforeClosePage(page, form);
  if (pdfium.FPDFPage_Flatten(page, 0) !== wasFlattened) return page;
  pdfium.FPDF_ClosePage(page);
  return pdfium.FPDF_LoadPage(handle, index);
}

/** Returns an empty page in place of one that could not be read. */
export function damagedPage(reason = "The page is damaged."): ReadPage {
  return {
    kind: "page",
    width: 0,
    height: 0,
    rotation: 0,
    recognised: false,
    quality: { score: 0, reasons: [reason] },
    regions: [],
    words: [],
  };
}

function countOf({ byDirection }: PageWords): number {
  return byDirection.reduce((sum, { length }) => sum + length, 0);
}

function fromWords(
  found: PageWords,
  { size, rotation }: Placement,
  ordered: OrderedRegions,
): ReadPage {
  return {
    kind: "page",
    ...size,
    rotation: rotation * 90,
    recognised: false,
    quality: qualityOf(found),
    ...(found.isCut && { isCut: true }),
    ...(found.hidden && { hidden: found.hidden }),
    ...ordered,
  };
}

function qualityOf({ characters, unreadable }: PageWords): Page["quality"] {
  if (characters === 0) return { score: 0, reasons: ["The page has no text."] };
  const share = unreadable / characters;
  const reasons =
    share > 0.05 ? [`${Math.round(share * 100)} % of the characters have no known meaning.`] : [];
  return { score: Math.max(0, 1 - 2 * share), reasons };
}
