import type { ReaderInput } from "../../contract/reader-input";
import type { RecognitionEngine } from "./engine";
import { restartingEngine } from "./restarting-engine";

const engines = new Map<string, Promise<RecognitionEngine>>();

/**
 * The machine's own tesseract where it is installed, knows the languages and may be used, else the one in WebAssembly; both
 * without any network.
 */
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

/** A native tesseract that hangs or fails is not asked again. */
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
