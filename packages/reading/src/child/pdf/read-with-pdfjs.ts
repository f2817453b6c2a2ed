import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { DocumentModel } from "../../document-model";
import { inOrder } from "../layout/in-order";
import type { PlacedWord } from "../layout/placed";
import type { Source } from "../read-file";
import { corrupt, encrypted, tooLarge } from "../refusals";
import { modelOf } from "./pdf-model";
import type { ReadPage } from "./read-pdf-page";

/** For files that PDFium cannot open and pdf.js can mend. Text only: its boxes are those of whole runs, shared out by length. */
export async function readWithPdfjs(source: Source): Promise<DocumentModel> {
  const loading = getDocument({
    data: new Uint8Array(source.bytes),
    ...(source.password && { password: source.password }),
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await loading.promise;
    if (document.numPages > source.limits.pages) throw tooLarge("The PDF has too many pages.");
    const pages: ReadPage[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { width, height, transform } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      const words = items.flatMap((item) => ("str" in item ? wordsOf(item, transform) : []));
      const quality =
        words.length > 0
          ? { score: 0.8, reasons: ["The file is damaged and was mended."] }
          : { score: 0, reasons: ["The page has no text."] };
      pages.push({
        kind: "page",
        width,
        height,
        rotation: page.rotate,
        recognised: false,
        quality,
        ...inOrder([words], { width, height, rules: [] }),
      });
    }
    return await modelOf(pages, source, ({ warnings }) => {
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

type Item = { str: string; transform: number[]; width: number; height: number };

function wordsOf({ str, transform, width }: Item, viewport: number[]): PlacedWord[] {
  const [, , c = 0, d = 1, e = 0, f = 0] = transform;
  const [va = 1, vb = 0, vc = 0, vd = -1, ve = 0, vf = 0] = viewport;
  const size = Math.hypot(c, d) || 10;
  const left = e * va + f * vc + ve;
  const base = e * vb + f * vd + vf;
  const each = width / Math.max(1, str.length);
  return [...str.matchAll(/\S+/g)].map(({ 0: text, index }) => {
    const box: PlacedWord["box"] = [
      left + index * each,
      base - size * 0.9,
      text.length * each,
      size * 1.15,
    ];
    return { text: text.normalize("NFKC"), box, at: box, size, isBold: false, isGlued: false };
  });
}
