import { corrupt } from "../../contract/refusals";
import { heapOf, openPdf, type Pdfium, withMemory } from "./pdfium/pdfium";

const removeSecurity = 3;

/** Returns a copy of the PDF without encryption. Throws ENCRYPTED if the password does not open it. */
export async function unlockPdf(bytes: Buffer, password: string): Promise<Uint8Array> {
  const document = await openPdf(bytes, password);
  const { pdfium, handle } = document;
  const writer = pdfium.PDFiumExt_OpenFileWriter();
  try {
    if (!pdfium.FPDF_SaveAsCopy(handle, writer, removeSecurity)) throw corrupt("The PDF");
    return written(pdfium, writer);
  } finally {
    pdfium.PDFiumExt_CloseFileWriter(writer);
    document.close();
  }
}

function written(pdfium: Pdfium, writer: number): Uint8Array {
  const size = pdfium.PDFiumExt_GetFileWriterSize(writer);
  if (size === 0) throw corrupt("The PDF");
  return withMemory(pdfium, size, (address) => {
    pdfium.PDFiumExt_GetFileWriterData(writer, address, size);
    return heapOf(pdfium).slice(address, address + size);
  });
}
