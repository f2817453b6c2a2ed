import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";

const require = createRequire(import.meta.url);
const directories = new Map<string, Promise<string>>();

/**
 * Returns a folder with the models of these languages, unpacked from their npm packages (`@tesseract.js-data/...`), for both engines. The
 * folder is in the child's own temporary folder, which the parent deletes.
 */
export function modelsOf(languages: readonly string[]): Promise<string> {
  const key = languages.join("+");
  const directory = directories.get(key) ?? unpack(languages);
  directories.set(key, directory);
  return directory;
}

async function unpack(languages: readonly string[]): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "tessdata-"));
  for (const language of languages) {
    const packed = dirname(require.resolve(`@tesseract.js-data/${language}/package.json`));
    const model = await readFile(join(packed, "4.0.0_best_int", `${language}.traineddata.gz`));
    await writeFile(join(directory, `${language}.traineddata`), gunzipSync(model));
  }
  return directory;
}
