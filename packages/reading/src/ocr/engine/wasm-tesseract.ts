import type { Box } from "@besunny/document-model/parsed-document";
import { type Bbox, createWorker, type Line, OEM, PSM } from "tesseract.js";
import { asPgm } from "../image/grey";
import type { Layout, RecognitionEngine, SeenLine } from "./engine";
import { modelsOf, type Network } from "./languages";

const modes: Record<Layout, PSM> = {
  columns: PSM.AUTO,
  block: PSM.SINGLE_BLOCK,
  scattered: PSM.SPARSE_TEXT,
  line: PSM.SINGLE_LINE,
};

/** Starts tesseract in WebAssembly, with its models from npm. */
export async function createWasmTesseract(
  languages: readonly string[],
  network: Network,
): Promise<RecognitionEngine> {
  const worker = await createWorker([...languages], OEM.LSTM_ONLY, {
    langPath: await modelsOf(languages, network),
    gzip: false,
    cacheMethod: "none",
    errorHandler: () => undefined,
  });
  await worker.setParameters({ user_defined_dpi: "300" });
  let current: Layout | null = null;
  return {
    async recognise(picture, layout) {
      if (layout !== current) await worker.setParameters({ tessedit_pageseg_mode: modes[layout] });
      current = layout;
      const { data } = await worker
        .recognize(asPgm(picture), {}, { blocks: true, text: false })
        .catch(async (cause: unknown) => {
          await worker.terminate();
          throw cause;
        });
      return (data.blocks ?? [])
        .flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines))
        .map(seenLine)
        .filter(({ words }) => words.length > 0);
    },
  };
}

function seenLine({ bbox, words }: Line): SeenLine {
  return {
    box: boxOf(bbox),
    words: words
      .filter(({ text }) => text.trim() !== "")
      .map((word) => ({
        text: word.text.trim(),
        box: boxOf(word.bbox),
        confidence: word.confidence,
      })),
  };
}

function boxOf({ x0, y0, x1, y1 }: Bbox): Box {
  return [x0, y0, x1 - x0, y1 - y0];
}
