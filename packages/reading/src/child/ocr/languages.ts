import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** The model of a language, gzipped, as its npm package brings it. */
export function modelOfLanguage(language: string): Promise<Buffer> {
  const directory = dirname(require.resolve(`@tesseract.js-data/${language}/package.json`));
  return readFile(join(directory, "4.0.0_best_int", `${language}.traineddata.gz`));
}
