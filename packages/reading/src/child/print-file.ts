import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Format } from "@besunny/document-model/parsed-document";
import type { Limits } from "../contract/limits";
import type { Print } from "../contract/protocol";
import { unsupported } from "../contract/refusals";
import { detectFormat } from "../detect/detect-format";
import { convertWithLibreOffice } from "../formats/office/legacy/libreoffice";
import { openPdf } from "../formats/pdf/pdfium/pdfium";
import { withoutSignature } from "../formats/signed/without-signature";

/** By default LibreOffice leaves out hidden slides, and the pages would not be those of the document. */
const slides = 'pdf:impress_pdf_Export:{"ExportHiddenSlides":{"type":"boolean","value":"true"}}';

const filters: Partial<Record<Format, string>> = {
  docx: "pdf",
  doc: "pdf",
  odt: "pdf",
  rtf: "pdf",
  pptx: slides,
  ppt: slides,
  odp: slides,
};

/** Returns an Office document as LibreOffice prints it. Throws `ReadingError`: UNSUPPORTED_TYPE for files that it cannot print. */
export async function printFile({
  path,
  fileName,
  limits,
  nativeTools,
}: {
  path: string;
  fileName: string;
  limits: Limits;
  nativeTools: boolean;
}): Promise<Print> {
  const { content } = await withoutSignature(await readFile(path), { fileName, limits });
  const { format } = await detectFormat(content, { fileName, limits });
  const filter = filters[format];
  if (!filter) throw unprintable();
  const outputDirectory = await mkdtemp(join(tmpdir(), "print-"));
  try {
    const input = { bytes: content, outputDirectory, limits, nativeTools };
    const pdf = await convertWithLibreOffice(input, format, filter);
    if (!pdf) throw unprintable();
    const document = await openPdf(pdf);
    const pages = document.pageCount;
    document.close();
    return { pdf, pages };
  } finally {
    await rm(outputDirectory, { recursive: true, force: true });
  }
}

function unprintable() {
  return unsupported("A document of this kind cannot be printed; it", "Look at its text instead.");
}
