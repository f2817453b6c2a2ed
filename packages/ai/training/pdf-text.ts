import { readFile } from "node:fs/promises";

import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const PAGES_READ = 12;

/** Returns the text of a PDF's first pages, line by line. Used only in training and evaluations. */
export async function pdfText(path: string): Promise<string> {
  const loading = getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 });
  const pdf = await loading.promise;
  const pages: string[] = [];
  for (let number = 1; number <= Math.min(pdf.numPages, PAGES_READ); number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(
      items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join(""),
    );
  }
  await loading.destroy();
  return pages.join("\n\n");
}
