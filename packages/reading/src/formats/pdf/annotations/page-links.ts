import type { Box } from "@besunny/document-model/parsed-document";
import type { PageLink } from "../../../analysis/blocks/page-links";
import { heapOf, type PdfDocument, type Pdfium, withMemory } from "../pdfium/pdfium";
import type { Placement } from "../pdfium/placement";

const mostLinks = 5_000;
const goTo = 1;
const uri = 3;

/** The links of a page that lead to another page or to an address. */
export function readPageLinks(
  document: PdfDocument,
  page: number,
  placement: Placement,
): PageLink[] {
  const { pdfium } = document;
  const links: PageLink[] = [];
  withMemory(pdfium, 40, (address) => {
    const words = () => new Int32Array(heapOf(pdfium).buffer, address, 2);
    words().fill(0);
    for (let index = 0; index < mostLinks; index++) {
      if (!pdfium.FPDFLink_Enumerate(page, address, address + 4)) break;
      const link = words()[1] ?? 0;
      const target = link === 0 ? null : targetOf(document, link);
      if (target)
        for (const box of boxesOf(pdfium, link, address + 8, placement))
          links.push({ box, target });
    }
  });
  return links;
}

function targetOf(document: PdfDocument, link: number): PageLink["target"] | null {
  const { pdfium, handle } = document;
  const destination = pdfium.FPDFLink_GetDest(handle, link);
  if (destination !== 0) return pageAt(document, destination);
  const action = pdfium.FPDFLink_GetAction(link);
  if (action === 0) return null;
  const kind = pdfium.FPDFAction_GetType(action);
  if (kind === goTo) return pageAt(document, pdfium.FPDFAction_GetDest(handle, action));
  return kind === uri ? addressOf(document, action) : null;
}

/** Returns the page, from 1, of a destination; null if it is on no page of the file. */
export function pageAt({ pdfium, handle, pageCount }: PdfDocument, destination: number) {
  if (destination === 0) return null;
  const index = pdfium.FPDFDest_GetDestPageIndex(handle, destination);
  return index >= 0 && index < pageCount ? { page: index + 1 } : null;
}

function addressOf({ pdfium, handle }: PdfDocument, action: number): { url: string } | null {
  const size = pdfium.FPDFAction_GetURIPath(handle, action, 0, 0);
  if (size <= 1 || size > 10_000) return null;
  const url = withMemory(pdfium, size, (address) => {
    pdfium.FPDFAction_GetURIPath(handle, action, address, size);
    return Buffer.from(heapOf(pdfium).subarray(address, address + size - 1)).toString("utf8");
  });
  return {
    url: url
      .trim()
      .replace(/^www\./i, "http://www.")
      .replaceAll(" ", "%20"),
  };
}

/** A link that goes over several lines has a box for each. */
function boxesOf(pdfium: Pdfium, link: number, address: number, placement: Placement): Box[] {
  const floats = (count: number) => [...new Float32Array(heapOf(pdfium).buffer, address, count)];
  const count = Math.min(pdfium.FPDFLink_CountQuadPoints(link), 100);
  const boxes: Box[] = [];
  for (let index = 0; index < count; index++) {
    if (!pdfium.FPDFLink_GetQuadPoints(link, index, address)) continue;
    const corners = floats(8);
    const xs = corners.filter((_, at) => at % 2 === 0);
    const ys = corners.filter((_, at) => at % 2 === 1);
    const edges = [Math.min(...xs), Math.max(...ys), Math.max(...xs), Math.min(...ys)] as const;
    boxes.push(placement.toPage([...edges]));
  }
  if (boxes.length > 0 || !pdfium.FPDFLink_GetAnnotRect(link, address)) return boxes;
  const [left = 0, top = 0, right = 0, bottom = 0] = floats(4);
  return [placement.toPage([left, top, right, bottom])];
}
