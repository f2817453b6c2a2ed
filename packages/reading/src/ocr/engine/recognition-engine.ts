import type { ReaderInput } from "../../contract/reader-input";
import type { RecognitionEngine } from "./engine";
import { restartingEngine } from "./restarting-engine";

const engines = new Map<string, Promise<RecognitionEngine>>();

/** Returns the machine's own tesseract if it is installed, allowed and works; else tesseract in WebAssembly. Neither uses the network. */
export function recognitionEngine({
  nativeTools = true,
  languages = ["eng"],
}: Pick<ReaderInput, "nativeTools" | "languages">): Promise<RecognitionEngine> {
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

function inWebAssembly(languages: readonly string[]): RecognitionEngine {
  return restartingEngine(async () =>
    (await import("./wasm-tesseract")).createWasmTesseract(languages),
  );
}

/** Replaces a native tesseract permanently after it hung or failed once. */
function withRescue(native: RecognitionEngine, languages: readonly string[]): RecognitionEngine {
  let rescue: RecognitionEngine | null = null;
  return {
    async recognise(picture, layout) {
      if (!rescue)
        try {
          return await native.recognise(picture, layout);
        } catch {
          rescue ??= inWebAssembly(languages);
        }
      return rescue.recognise(picture, layout);
    },
  };
}
