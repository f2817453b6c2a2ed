import type { RecognitionEngine } from "./engine";

/** Returns an engine that starts at first use, and again after a failure, because a failed engine may fail each later picture. */
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
