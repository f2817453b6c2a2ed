import { execFile } from "node:child_process";
import type { Box } from "../../document-model";
import type { Source } from "../read-file";

/** A line as an engine sees it, in pixels of the image it was given; confidence from 0 to 100. */
export type SeenLine = { box: Box; words: { text: string; box: Box; confidence: number }[] };

/** The one port to text recognition. */
export type RecognitionEngine = { recognise(png: Buffer): Promise<SeenLine[]> };

let starting: Promise<RecognitionEngine> | undefined;

/** The machine's own tesseract where it is installed, else the one in WebAssembly; both without any network. */
export function recognitionEngine({
  nativeTools = true,
}: Pick<Source, "nativeTools">): Promise<RecognitionEngine> {
  starting ??= start(nativeTools);
  return starting;
}

async function start(nativeTools: boolean): Promise<RecognitionEngine> {
  if (nativeTools && (await hasNative()))
    return (await import("./native-tesseract")).createNativeTesseract();
  return (await import("./wasm-tesseract")).createWasmTesseract();
}

function hasNative(): Promise<boolean> {
  return new Promise((resolve) => {
    execFile("tesseract", ["--list-langs"], { timeout: 5_000 }, (error, stdout) =>
      resolve(!error && /^eng$/m.test(stdout)),
    );
  });
}
