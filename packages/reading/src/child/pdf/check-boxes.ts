import type { Box } from "../../document-model";
import { heapOf, type PdfDocument, type Pdfium, readString, withMemory } from "./pdfium";
import type { Placement } from "./placement";

/** A box or circle of a form that can be ticked. */
export type CheckBox = { box: Box; isChecked: boolean };

const widget = 20;
const checkBox = 2;
const radioButton = 3;
const mostFields = 5_000;

export function readCheckBoxes(
  { pdfium, form }: PdfDocument,
  page: number,
  placement: Placement,
): CheckBox[] {
  const found: CheckBox[] = [];
  const count = form === 0 ? 0 : Math.min(pdfium.FPDFPage_GetAnnotCount(page), mostFields);
  withMemory(pdfium, 16, (address) => {
    for (let index = 0; index < count; index++) {
      const field = pdfium.FPDFPage_GetAnnot(page, index);
      if (field === 0) continue;
      const isField = pdfium.FPDFAnnot_GetSubtype(field) === widget;
      const kind = isField ? pdfium.FPDFAnnot_GetFormFieldType(form, field) : -1;
      if ((kind === checkBox || kind === radioButton) && pdfium.FPDFAnnot_GetRect(field, address)) {
        const [left = 0, top = 0, right = 0, bottom = 0] = new Float32Array(
          heapOf(pdfium).buffer,
          address,
          4,
        );
        const box = placement.toPage([left, top, right, bottom]);
        const isChecked =
          pdfium.FPDFAnnot_IsChecked(form, field) || (kind === checkBox && isOn(pdfium, field));
        if (box[2] > 2 && box[3] > 2) found.push({ box, isChecked });
      }
      pdfium.FPDFPage_CloseAnnot(field);
    }
  });
  return found;
}

/** Forms that do not name the value of a ticked box still say how it looks. */
function isOn(pdfium: Pdfium, field: number): boolean {
  const look = readString(pdfium, (address, size) =>
    pdfium.FPDFAnnot_GetStringValue(field, "AS", address, size),
  );
  return look !== "" && look !== "Off";
}
