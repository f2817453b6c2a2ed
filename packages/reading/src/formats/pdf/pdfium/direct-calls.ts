import type { WrappedPdfiumModule } from "@embedpdf/pdfium";

const numbers = [
  "FPDFFont_GetBaseFontName",
  "FPDFFont_GetFlags",
  "FPDFFont_GetWeight",
  "FPDFFormObj_CountObjects",
  "FPDFFormObj_GetObject",
  "FPDFPageObjMark_CountParams",
  "FPDFPageObj_CountMarks",
  "FPDFPageObj_GetMark",
  "FPDFPageObj_GetMarkedContentID",
  "FPDFPageObj_GetType",
  "FPDFPage_CountObjects",
  "FPDFPage_GetObject",
  "FPDFPathSegment_GetType",
  "FPDFPath_CountSegments",
  "FPDFPath_GetPathSegment",
  "FPDFTextObj_GetFont",
  "FPDFTextObj_GetTextRenderMode",
  "FPDFText_CountChars",
  "FPDFText_GetFontSize",
  "FPDFText_GetTextObject",
  "FPDFText_GetUnicode",
  "FPDFText_HasUnicodeMapError",
] as const;

const truths = [
  "FPDFPageObjMark_GetName",
  "FPDFPageObj_GetBounds",
  "FPDFPageObj_GetFillColor",
  "FPDFPageObj_GetMatrix",
  "FPDFPageObj_GetStrokeColor",
  "FPDFPageObj_GetStrokeWidth",
  "FPDFPathSegment_GetClose",
  "FPDFPathSegment_GetPoint",
  "FPDFPath_GetDrawMode",
  "FPDFText_GetLooseCharBox",
  "FPDFText_GetMatrix",
] as const;

/** Makes calls for every character and line of a page go straight to WebAssembly. The wrapper around them costs most of the time. */
export function callDirectly(pdfium: WrappedPdfiumModule) {
  const { wasmExports } = pdfium.pdfium;
  for (const name of numbers) Object.assign(pdfium, { [name]: exportOf(wasmExports, name) });
  for (const name of truths) {
    const call = exportOf(wasmExports, name);
    const asTruth = (a = 0, b = 0, c = 0, d = 0, e = 0) => call(a, b, c, d, e) !== 0;
    Object.assign(pdfium, { [name]: asTruth });
  }
}

type Call = (...numbers: number[]) => number;

/** Returns an export of WebAssembly that takes and returns only numbers, as all those named above do. */
function exportOf(exports: object, name: string): Call {
  const found: unknown = Reflect.get(exports, name);
  if (typeof found !== "function") throw new TypeError(`PDFium has no ${name}`);
  return found as Call;
}
