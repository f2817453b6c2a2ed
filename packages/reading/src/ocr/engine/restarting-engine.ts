import type { RecognitionEngine } from "./engine";

/** An engine that begins when first needed, and anew after it failed: what fell over once may fail every picture after. */
export function restartingEngine(begin: () => Promise<RecognitionEngine>): RecognitionEngine {
  let engine: Promise<RecognitionEngine> | null = null;
  return {
    async recognise(picture, layout) {
      engine ??= begin();
      const asked = engine;
      try {
        return await (await asked).recognise(picture, layout);
      } catch (error) {
        if (engine === asked) engine = null;
        throw error;
      }
    },
  };
}
