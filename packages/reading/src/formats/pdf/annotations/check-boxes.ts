import type { Box } from "@besunny/document-model/parsed-document";
import { type PdfDocument, type Pdfium, readString } from "../pdfium/pdfium";
import type { Placement } from "../pdfium/placement";
import { annotationBox, annotationsOf } from "./annotations";

/** A box or circle of a form that can be ticked. */
export type CheckBox = { box: Box; isChecked: boolean };

const widget = 20;
const checkBox = 2;
const radioButton = 3;

/** The boxes and circles of a page that can be ticked. */
export function readCheckBoxes(
  { pdfium, form }: PdfDocument,
  page: number,
  placement: Placement,
): CheckBox[] {
  if (form === 0) return [];
  const found: CheckBox[] = [];
  for (const { annotation, kind } of annotationsOf(pdfium, page)) {
    if (kind !== widget) continue;
    const type = pdfium.FPDFAnnot_GetFormFieldType(form, annotation);
    if (type !== checkBox && type !== radioButton) continue;
    const box = annotationBox(pdfium, annotation, placement);
    const isChecked =
      pdfium.FPDFAnnot_IsChecked(form, annotation) || isOn(pdfium, { form, field: annotation });
    if (box && box[2] > 2 && box[3] > 2) found.push({ box, isChecked });
  }
  return found;
}

/** Forms that do not name the value of a ticked box still say how it looks. Those without a look name the value of the field. */
function isOn(pdfium: Pdfium, { form, field }: { form: number; field: number }): boolean {
  const look = readString(pdfium, (address, size) =>
    pdfium.FPDFAnnot_GetStringValue(field, "AS", address, size),
  );
  if (look !== "") return look !== "Off";
  const [value, own] = [
    readString(pdfium, (address, size) =>
      pdfium.EPDFAnnot_GetFormFieldRawValue(form, field, address, size),
    ),
    readString(pdfium, (address, size) =>
      pdfium.EPDFAnnot_GetButtonExportValue(field, address, size),
    ),
  ];
  return value !== "" && value !== "Off" && value === own;
}
