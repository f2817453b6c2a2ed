import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Bbox, createWorker, OEM } from "tesseract.js";
import type { Box } from "../../document-model";
import type { RecognitionEngine } from "./engine";

/** Tesseract in WebAssembly, with its English model from npm. */
export async function createWasmTesseract(): Promise<RecognitionEngine> {
  const require = createRequire(import.meta.url);
  const models = dirname(require.resolve("@tesseract.js-data/eng/package.json"));
  const worker = await createWorker("eng", OEM.LSTM_ONLY, {
    langPath: join(models, "4.0.0_best_int"),
    gzip: true,
    cacheMethod: "none",
    errorHandler: () => undefined,
  });
  await worker.setParameters({ user_defined_dpi: "220" });
  return {
    async recognise(png) {
      const { data } = await worker.recognize(png, {}, { blocks: true, text: false });
      const lines = (data.blocks ?? []).flatMap(({ paragraphs }) =>
        paragraphs.flatMap((paragraph) => paragraph.lines),
      );
      return lines.map(({ bbox, words }) => ({
        box: boxOf(bbox),
        words: words
          .filter(({ text }) => text.trim() !== "")
          .map((word) => ({
            text: word.text.trim(),
            box: boxOf(word.bbox),
            confidence: word.confidence,
          })),
      }));
    },
  };
}

function boxOf({ x0, y0, x1, y1 }: Bbox): Box {
  return [x0, y0, x1 - x0, y1 - y0];
}
