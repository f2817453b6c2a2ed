import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { buildPageDocument } from "../../../analysis/blocks/build-page-document";
import type { ReadPage } from "../../../analysis/blocks/read-page";
import { orderRegions } from "../../../analysis/layout/order-regions";
import type { ReaderInput } from "../../../contract/reader-input";
import { corrupt, encrypted, tooLarge } from "../../../contract/refusals";
import { damagedPage } from "../read-pdf-page";
import { openWithPdfjs, pdfjsPage } from "./pdfjs-fallback";

/** For files that PDFium cannot open and pdf.js can mend. Text only. */
export async function readWithPdfjs(source: ReaderInput): Promise<ParsedDocument> {
  const loading = openWithPdfjs(source);
  try {
    const document = await loading.promise;
    if (document.numPages > source.limits.pages) throw tooLarge("The PDF has too many pages.");
    const pages: ReadPage[] = [];
    for (let number = 1; number <= document.numPages; number++)
      pages.push(await pdfjsPage(document, number).then(asPage, () => damagedPage()));
    return await buildPageDocument(pages, source, ({ warnings }) => {
      warnings.push("The PDF is damaged; what could be mended was read.");
    });
  } catch (cause) {
    if (cause instanceof Error && cause.name === "PasswordException") throw encrypted("The PDF");
    if (cause instanceof Error && cause.name === "ReadingError") throw cause;
    throw corrupt("The PDF", cause);
  } finally {
    await loading.destroy();
  }
}

function asPage({
  found,
  width,
  height,
  rotation,
}: Awaited<ReturnType<typeof pdfjsPage>>): ReadPage {
  const quality =
    found.characters > 0
      ? { score: 0.8, reasons: ["The file is damaged and was mended."] }
      : { score: 0, reasons: ["The page has no text."] };
  return {
    kind: "page",
    width,
    height,
    rotation,
    recognised: false,
    quality,
    ...orderRegions(found.byDirection, { width, height, rules: [] }),
  };
}
