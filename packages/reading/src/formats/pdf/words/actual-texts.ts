import { heapOf, type Pdfium } from "../pdfium/pdfium";

const mostMarks = 16;
const textBytes = 1_000;

/** Bytes of memory that reading one replacement text needs. */
export const actualTextBytes = textBytes + 8;

/** The letters of PDFium, none, or a word in place of them. */
type Letters = "own" | "none" | { instead: string };

/**
 * Returns a function that finds the text of each letter of a text object; null for a letter that does not count. A span may have a text of its
 * own (`ActualText`) in place of all in it. An empty one hides its letters, and an outer one replaces the spans in it. PDFium repeats the outer text
 * around each inner one, and knows no empty ones.
 */
export function createActualTexts(pdfium: Pdfium, address: number) {
  const texts = new Map<number, string | null>();
  const said = new Set<number>();
  const decisions = new Map<number, Letters>();

  function textOf(mark: number): string | null {
    const known = texts.get(mark);
    if (known !== undefined) return known;
    const text = actualText(pdfium, mark, address);
    texts.set(mark, text);
    return text;
  }

  function decide(object: number): Letters {
    const spans: { mark: number; text: string }[] = [];
    for (const mark of marksOf(pdfium, object)) {
      const text = textOf(mark);
      if (text !== null) spans.push({ mark, text });
    }
    const [outer] = spans;
    if (!outer) return "own";
    if (outer.text === "" || said.has(outer.mark)) return "none";
    said.add(outer.mark);
    return spans.length > 1 && /^\S+$/.test(outer.text) ? { instead: outer.text } : "own";
  }

  return (object: number, own: string): string | null => {
    if (object === 0) return own;
    const letters = decisions.get(object) ?? decide(object);
    decisions.set(object, typeof letters === "object" ? "none" : letters);
    if (letters === "own") return own;
    return letters === "none" ? null : letters.instead;
  };
}

/** Returns the marks of an object that may have a text, the outermost first. In tagged files most objects have a number as their only mark. */
function marksOf(pdfium: Pdfium, object: number): number[] {
  const count = Math.min(pdfium.FPDFPageObj_CountMarks(object), mostMarks);
  if (count <= 0) return [];
  const marks = Array.from({ length: count }, (_, index) =>
    pdfium.FPDFPageObj_GetMark(object, index),
  );
  const [first = 0] = marks;
  const isNumber =
    count === 1 &&
    pdfium.FPDFPageObjMark_CountParams(first) === 1 &&
    pdfium.FPDFPageObj_GetMarkedContentID(object) >= 0;
  return isNumber ? [] : marks;
}

function actualText(pdfium: Pdfium, mark: number, address: number): string | null {
  const size = address + textBytes;
  const isGiven = pdfium.FPDFPageObjMark_GetParamStringValue(
    mark,
    "ActualText",
    address,
    textBytes,
    size,
  );
  const [written = 0] = new Uint32Array(heapOf(pdfium).buffer, size, 1);
  if (!isGiven || written > textBytes) return null;
  // PDFium turns a soft hyphen into a zero, which is no empty text.
  return written <= 2 ? "" : pdfium.pdfium.UTF16ToString(address) || "-";
}
