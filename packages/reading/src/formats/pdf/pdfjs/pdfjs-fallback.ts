import {
  getDocument,
  type PDFDocumentProxy,
  VerbosityLevel,
} from "pdfjs-dist/legacy/build/pdf.mjs";
import type { ReaderInput } from "../../../contract/reader-input";
import type { PageWords } from "../words/page-words";
import { wordsOfRuns } from "./pdfjs-words";

/** Opens a PDF with pdf.js, without fonts of this machine. The caller closes it. */
export function openWithPdfjs({ bytes, password }: Pick<ReaderInput, "bytes" | "password">) {
  return getDocument({
    data: new Uint8Array(bytes),
    ...(password && { password }),
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  });
}

/** The words of a page, from 1, and its size. */
export async function pdfjsPage(document: PDFDocumentProxy, number: number) {
  const page = await document.getPage(number);
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const runs = items.flatMap((item) => ("str" in item ? [item] : []));
  const found = wordsOfRuns(runs, { width, height, transform });
  return { found, width, height, rotation: page.rotate };
}

export type PdfjsFallback = {
  read(index: number): Promise<PageWords | null>;
  close(): Promise<void>;
};

/** Reads pages with pdf.js whose letters PDFium does not know. pdf.js looks for their meaning in more places. */
export function createPdfjsFallback(source: ReaderInput): PdfjsFallback {
  const loading = openWithPdfjs(source);
  return {
    async read(index) {
      try {
        return (await pdfjsPage(await loading.promise, index + 1)).found;
      } catch {
        return null;
      }
    },
    async close() {
      await loading.destroy();
    },
  };
}
