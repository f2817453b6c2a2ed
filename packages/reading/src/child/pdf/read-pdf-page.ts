import type { Box, Page } from "../../document-model";
import { inOrder } from "../layout/in-order";
import { frameOf, type PlacedWord, type Region } from "../layout/placed";
import type { Part } from "../mail/message";
import { greyOfRgba } from "../ocr/grey";
import type { Source } from "../read-file";
import { tooLarge } from "../refusals";
import type { Rule } from "../tables/found-table";
import { type CheckBox, readCheckBoxes } from "./check-boxes";
import { imageShare } from "./image-share";
import { readPageComments } from "./page-comments";
import { type PageLink, readPageLinks } from "./page-links";
import { pageRules } from "./page-rules";
import { type PageWords, readPageWords } from "./page-words";
import { type PdfDocument, type Pdfium, readString } from "./pdfium";
import { type Placement, placementOf } from "./placement";
import { renderRaw } from "./render";

/** A page taken apart: what it holds in reading order, before it is known how the rest of the document looks. */
export type ReadPage = Pick<
  Page,
  "kind" | "width" | "height" | "rotation" | "recognised" | "quality"
> & {
  regions: Region[];
  words: PlacedWord[];
  label?: string;
  links?: PageLink[];
  comments?: string[];
  files?: (Part | null)[];
};

export async function readPdfPage(
  document: PdfDocument,
  index: number,
  source: Source,
): Promise<ReadPage> {
  const { pdfium } = document;
  const loaded = pdfium.FPDF_LoadPage(document.handle, index);
  if (loaded === 0) return damagedPage();
  const annotations = annotationsOf(document, loaded);
  const page = annotations ? flattened(document, loaded, index) : loaded;
  if (page === 0) return damagedPage();
  const label = labelOf(document, index);
  const { checkBoxes = [], ...marks } = annotations ?? {};
  try {
    const read = await readLoaded(document, page, { source, checkBoxes });
    return { ...read, ...marks, ...(label && { label }) };
  } finally {
    pdfium.FPDF_ClosePage(page);
  }
}

async function readLoaded(
  document: PdfDocument,
  page: number,
  { source, checkBoxes }: { source: Source; checkBoxes: CheckBox[] },
): Promise<ReadPage> {
  const { pdfium } = document;
  const placement = placementOf(pdfium, page);
  const found = withCheckBoxes(readPageWords(pdfium, page, placement), checkBoxes, placement);
  const asWritten = () => fromWords(found, placement, pageRules(pdfium, page, placement));
  if (!needsRecognition(pdfium, page, placement, found)) return asWritten();
  const recognised = await recognisePage(document, page, placement, source).catch(
    (error: unknown) => {
      if (countOf(found) === 0) throw error;
      return null;
    },
  );
  return recognised && recognised.words.length >= countOf(found) / 2 ? recognised : asWritten();
}

type Annotations = Required<Pick<ReadPage, "links" | "comments" | "files">> & {
  checkBoxes: CheckBox[];
};

function annotationsOf(document: PdfDocument, page: number): Annotations | null {
  if (document.pdfium.FPDFPage_GetAnnotCount(page) <= 0) return null;
  const placement = placementOf(document.pdfium, page);
  return {
    links: readPageLinks(document, page, placement),
    ...readPageComments(document, page),
    checkBoxes: readCheckBoxes(document, page, placement),
  };
}

/** What the page calls itself, where that is not its number. */
function labelOf({ pdfium, handle }: PdfDocument, index: number): string {
  const label = readString(pdfium, (address, size) =>
    pdfium.FPDF_GetPageLabel(handle, index, address, size),
  ).trim();
  return label === `${index + 1}` ? "" : label;
}

const wasFlattened = 1;

/** What people filled into forms and wrote over the page is text only once it is made part of the page. */
function flattened({ pdfium, handle, form }: PdfDocument, page: number, index: number): number {
  if (form !== 0) pdfium.FORM_OnAfterLoadPage(page, form);
  if (form !== 0) pdfium.FORM_OnBeforeClosePage(page, form);
  if (pdfium.FPDFPage_Flatten(page, 0) !== wasFlattened) return page;
  pdfium.FPDF_ClosePage(page);
  return pdfium.FPDF_LoadPage(handle, index);
}

/** Stands for a page that gave nothing. */
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

/** The state of a box is a sign of its own, in the place of whatever the form draws there. */
function withCheckBoxes(found: PageWords, checkBoxes: CheckBox[], { size }: Placement): PageWords {
  if (checkBoxes.length === 0) return found;
  const direction = found.byDirection.reduce(
    (best, words, index, all) => (words.length > (all[best]?.length ?? 0) ? index : best),
    0,
  );
  const byDirection = found.byDirection.map((words) =>
    words.filter(({ text, box }) => text.length > 1 || !checkBoxes.some((each) => isIn(box, each))),
  );
  for (const { box, isChecked } of checkBoxes)
    byDirection[direction]?.push({
      text: isChecked ? "☑" : "☐",
      box,
      at: frameOf(box, direction, size),
      size: box[3] * 0.8,
      isBold: false,
      isGlued: false,
    });
  return { ...found, byDirection };
}

function isIn([x, y, width, height]: Box, { box }: CheckBox): boolean {
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  return (
    middleX > box[0] && middleX < box[0] + box[2] && middleY > box[1] && middleY < box[1] + box[3]
  );
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
  const grey = greyOfRgba(renderRaw(document, page, { width, height }), { width, height });
  const { recognisedPage } = await import("../ocr/recognised-page");
  return {
    kind: "page",
    ...size,
    rotation: rotation * 90,
    recognised: true,
    ...(await recognisedPage(grey, source, scale)),
  };
}
