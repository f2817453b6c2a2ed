import { heapOf, type Pdfium } from "../pdfium/pdfium";

/** The mark of letters that the file leaves to the page, not to its text, such as running headers. */
export const artifact = -2;

/** Bytes of memory that reading one mark needs. */
export const contentMarkBytes = 24;

const nameBytes = 18;

/** Returns the number of the marked content that a text object is in; -1 if the object has none, -2 for an artifact. */
export function contentMark(pdfium: Pdfium, object: number, address: number): number {
  const content = pdfium.FPDFPageObj_GetMarkedContentID(object);
  if (content >= 0) return content;
  const count = Math.min(pdfium.FPDFPageObj_CountMarks(object), 4);
  for (let index = 0; index < count; index += 1) {
    const mark = pdfium.FPDFPageObj_GetMark(object, index);
    const size = address + nameBytes + 2;
    if (!pdfium.FPDFPageObjMark_GetName(mark, address, nameBytes, size)) continue;
    const [written = 0] = new Uint32Array(heapOf(pdfium).buffer, size, 1);
    if (written === nameBytes && pdfium.pdfium.UTF16ToString(address) === "Artifact")
      return artifact;
  }
  return -1;
}
