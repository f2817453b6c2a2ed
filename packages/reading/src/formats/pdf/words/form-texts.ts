import type { Pdfium } from "../pdfium/pdfium";

const kinds = { text: 1, form: 5 };
const mostObjects = 20_000;
const deepest = 8;

/** Returns the text objects of a page that are inside a form, a drawing that a page uses as a whole. Forms may be inside forms. */
export function textsInForms(pdfium: Pdfium, page: number): Set<number> {
  const texts = new Set<number>();

  function look(object: number, depth: number) {
    const kind = pdfium.FPDFPageObj_GetType(object);
    if (kind === kinds.text && depth > 0) texts.add(object);
    if (kind !== kinds.form || depth >= deepest) return;
    const count = Math.min(pdfium.FPDFFormObj_CountObjects(object), mostObjects);
    for (let index = 0; index < count; index += 1)
      look(pdfium.FPDFFormObj_GetObject(object, index), depth + 1);
  }

  const count = Math.min(pdfium.FPDFPage_CountObjects(page), mostObjects);
  for (let index = 0; index < count; index += 1) look(pdfium.FPDFPage_GetObject(page, index), 0);
  return texts;
}
