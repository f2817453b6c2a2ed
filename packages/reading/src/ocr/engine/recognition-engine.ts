import type { ReaderInput } from "../../contract/reader-input";
import type { RecognitionEngine } from "./engine";
import { hasSmallNetwork, type Network } from "./languages";
import { restartingEngine } from "./restarting-engine";

const engines = new Map<string, Promise<RecognitionEngine>>();

type Choice = Pick<ReaderInput, "nativeTools"> & { language: string; network: Network };

/**
 * Returns the machine's own tesseract if it is installed, allowed and works; else tesseract in WebAssembly. Neither uses the internet.
 * For a language without a small network, returns the engine of its large one.
 */
export function recognitionEngine({
  nativeTools = true,
  language,
  network: wanted,
}: Choice): Promise<RecognitionEngine> {
  const network = hasSmallNetwork(language) ? wanted : "large";
  const key = `${nativeTools} ${language} ${network}`;
  const engine = engines.get(key) ?? start({ nativeTools, language, network });
  engines.set(key, engine);
  return engine;
}

async function start({ nativeTools, language, network }: Choice): Promise<RecognitionEngine> {
  const { createNativeTesseract } = await import("./native-tesseract");
  const native = nativeTools ? await createNativeTesseract([language], { network }) : null;
  const inWebAssembly = () =>
    restartingEngine(async () =>
      (await import("./wasm-tesseract")).createWasmTesseract([language], network),
    );
  return native ? withRescue(native, inWebAssembly) : inWebAssembly();
}

/** Replaces a native tesseract permanently after it hung or failed once. */
function withRescue(
  native: RecognitionEngine,
  inWebAssembly: () => RecognitionEngine,
): RecognitionEngine {
  let rescue: RecognitionEngine | null = null;
  return {
    async recognise(picture, layout) {
      if (!rescue)
        try {
          return await native.recognise(picture, layout);
        } catch {
          rescue ??= inWebAssembly();
        }
      return rescue.recognise(picture, layout);
    },
  };
}
