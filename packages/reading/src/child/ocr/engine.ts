import type { Box } from "../../document-model";
import type { Source } from "../read-file";
import type { Grey } from "./grey";

/** A line as an engine sees it, in pixels of the picture it was given; confidence from 0 to 100. */
export type SeenLine = { box: Box; words: SeenWord[] };

export type SeenWord = { text: string; box: Box; confidence: number };

/** How the engine looks for lines: columns of text of any size, one block of text, single words anywhere, one line. */
export type Layout = "columns" | "block" | "scattered" | "line";

/** Tesseract's own numbers for these ways of looking. */
export const layoutModes: Record<Layout, number> = { columns: 3, block: 6, scattered: 11, line: 7 };

/** The one port to text recognition. */
export type RecognitionEngine = { recognise(picture: Grey, layout: Layout): Promise<SeenLine[]> };

const engines = new Map<string, Promise<RecognitionEngine>>();

/**
 * The machine's own tesseract where it is installed, knows the languages and may be used, else the one in WebAssembly; both
 * without any network.
 */
export function recognitionEngine({
  nativeTools = true,
  languages = ["eng"],
}: Pick<Source, "nativeTools" | "languages">): Promise<RecognitionEngine> {
  const key = `${nativeTools} ${languages.join("+")}`;
  const engine = engines.get(key) ?? start(nativeTools, languages);
  engines.set(key, engine);
  return engine;
}

async function start(
  nativeTools: boolean,
  languages: readonly string[],
): Promise<RecognitionEngine> {
  const { createNativeTesseract } = await import("./native-tesseract");
  const native = nativeTools ? await createNativeTesseract(languages) : null;
  return native ? withRescue(native, languages) : inWebAssembly(languages);
}

async function inWebAssembly(languages: readonly string[]): Promise<RecognitionEngine> {
  return (await import("./wasm-tesseract")).createWasmTesseract(languages);
}

/** A native tesseract that hangs or fails is not asked again. */
function withRescue(native: RecognitionEngine, languages: readonly string[]): RecognitionEngine {
  let rescue: Promise<RecognitionEngine> | null = null;
  return {
    async recognise(picture, layout) {
      if (!rescue)
        try {
          return await native.recognise(picture, layout);
        } catch {
          rescue ??= inWebAssembly(languages);
        }
      return (await rescue).recognise(picture, layout);
    },
  };
}
