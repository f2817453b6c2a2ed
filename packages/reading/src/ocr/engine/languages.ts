import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { withNetwork } from "./with-network";

const require = createRequire(import.meta.url);
const directories = new Map<string, Promise<string>>();

/** The network of a model. A small one takes a fraction of the time and misreads a little more. */
export type Network = "small" | "large";

/**
 * Returns a folder with the models of these languages, unpacked from their npm packages (`@tesseract.js-data/...`), for both engines. The
 * folder is in the child's own temporary folder, which the parent deletes.
 */
export function modelsOf(
  languages: readonly string[],
  network: Network = "large",
): Promise<string> {
  const key = `${network} ${languages.join("+")}`;
  const directory = directories.get(key) ?? unpack(languages, network);
  directories.set(key, directory);
  return directory;
}

/** Returns true if the language has a small network (`packages/reading/networks`). */
export function hasSmallNetwork(language: string): boolean {
  return smallNetwork(language) !== null;
}

async function unpack(languages: readonly string[], network: Network): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "tessdata-"));
  for (const language of languages) {
    const packed = dirname(require.resolve(`@tesseract.js-data/${language}/package.json`));
    const file = await readFile(join(packed, "4.0.0_best_int", `${language}.traineddata.gz`));
    const model = gunzipSync(file);
    const small = network === "small" ? smallNetwork(language) : null;
    const used = small ? withNetwork(model, await readFile(small)) : model;
    await writeFile(join(directory, `${language}.traineddata`), used);
  }
  return directory;
}

function smallNetwork(language: string): string | null {
  try {
    return require.resolve(`@besunny/reading/networks/${language}.lstm`);
  } catch {
    return null;
  }
}
