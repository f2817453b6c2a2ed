import { heapOf, type PdfDocument, type Pdfium, readString, withMemory } from "../pdfium/pdfium";

/** A marked content of the page, by its number, or an element inside another. */
export type TagChild = number | TagElement;

/**
 * An element of the structure tree of a tagged PDF, with its parts on one page in the order of the tree. `type` is a standard type such as P
 * or TD: PDFium maps the names of the file. Texts are empty where the file has none.
 */
export type TagElement = {
  type: string;
  alternative: string;
  actualText: string;
  rowSpan: number;
  columnSpan: number;
  children: TagChild[];
};

const mostElements = 20_000;
const deepest = 60;

/** Returns true if the file says that it is tagged, and does not say that its tags may be wrong. */
export function isTagged({ pdfium, handle }: PdfDocument, bytes: Buffer): boolean {
  if (!pdfium.FPDFCatalog_IsTagged(handle)) return false;
  const at = bytes.indexOf("/Suspects");
  return at < 0 || !/^\/Suspects\s+true/.test(bytes.toString("latin1", at, at + 24));
}

/** Returns the elements of a page at the top of the tree; null if the page has none. */
export function structureTree(pdfium: Pdfium, page: number): TagElement[] | null {
  const tree = pdfium.FPDF_StructTree_GetForPage(page);
  if (tree === 0) return null;
  try {
    return withMemory(pdfium, 8, (address) => {
      const read = createElementReader(pdfium, address);
      const elements: TagElement[] = [];
      const count = pdfium.FPDF_StructTree_CountChildren(tree);
      for (let index = 0; index < count; index += 1) {
        const element = read(pdfium.FPDF_StructTree_GetChildAtIndex(tree, index), 0);
        if (element) elements.push(element);
      }
      return elements.length > 0 ? elements : null;
    });
  } finally {
    pdfium.FPDF_StructTree_Close(tree);
  }
}

function createElementReader(pdfium: Pdfium, address: number) {
  const seen = new Set<number>();

  function read(element: number, depth: number): TagElement | null {
    if (element === 0 || depth > deepest || seen.size >= mostElements || seen.has(element))
      return null;
    seen.add(element);
    const type = textOf(pdfium, element, "FPDF_StructElement_GetType");
    const isCell = type === "TD" || type === "TH";
    return {
      type,
      alternative: textOf(pdfium, element, "FPDF_StructElement_GetAltText"),
      actualText: textOf(pdfium, element, "FPDF_StructElement_GetActualText"),
      rowSpan: isCell ? spanOf(pdfium, element, "RowSpan", address) : 1,
      columnSpan: isCell ? spanOf(pdfium, element, "ColSpan", address) : 1,
      children: childrenOf(element, depth),
    };
  }

  function childrenOf(element: number, depth: number): TagChild[] {
    const children: TagChild[] = [];
    const count = Math.min(pdfium.FPDF_StructElement_CountChildren(element), mostElements);
    for (let index = 0; index < count; index += 1) {
      const content = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index);
      const child =
        content >= 0
          ? content
          : read(pdfium.FPDF_StructElement_GetChildAtIndex(element, index), depth + 1);
      if (child !== null) children.push(child);
    }
    return children;
  }

  return read;
}

type TextCall =
  | "FPDF_StructElement_GetType"
  | "FPDF_StructElement_GetAltText"
  | "FPDF_StructElement_GetActualText";

function textOf(pdfium: Pdfium, element: number, call: TextCall): string {
  const text = readString(pdfium, (address, size) => pdfium[call](element, address, size));
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

const mostSpanned = 1_000;

function spanOf(
  pdfium: Pdfium,
  element: number,
  name: "RowSpan" | "ColSpan",
  address: number,
): number {
  const count = pdfium.FPDF_StructElement_GetAttributeCount(element);
  for (let index = 0; index < count; index += 1) {
    const attributes = pdfium.FPDF_StructElement_GetAttributeAtIndex(element, index);
    const value = pdfium.FPDF_StructElement_Attr_GetValue(attributes, name);
    if (value === 0 || !pdfium.FPDF_StructElement_Attr_GetNumberValue(value, address)) continue;
    const [span = 1] = new Float32Array(heapOf(pdfium).buffer, address, 1);
    return Math.min(mostSpanned, Math.max(1, Math.round(span)));
  }
  return 1;
}
