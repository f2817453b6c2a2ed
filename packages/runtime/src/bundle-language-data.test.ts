import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { bundledLanguageData } from "./bundle-language-data";

async function bundled(place: string) {
  const code = (await bundledLanguageData.load(place)) ?? "";
  const folder = await mkdtemp(join(tmpdir(), "bundle-"));
  const written = join(folder, "data.mjs");
  await writeFile(written, code);
  const { ngramsData } = await import(pathToFileURL(written).href);
  await rm(folder, { recursive: true });
  return ngramsData;
}

it("writes the language data of a bundle in groups, and leaves other modules alone", async () => {
  const root = await mkdtemp(join(tmpdir(), "bundle-"));
  const folder = join(root, "eld", "src", "ngrams");
  await mkdir(folder, { recursive: true });
  const place = join(folder, "small.js");
  await writeFile(join(root, "package.json"), '{"type":"module"}');
  const ngrams = `{'a"\\'é':{59:52},'a"':{3:1,4:20},x:{0:9},'it:,s':{7:8}}`;
  await writeFile(place, `export const ngramsData = {type:'S60',ngrams:${ngrams}};`);
  const data = await bundled(place);
  expect(data.type).toBe("S60");
  expect(data.ngrams["a\"'é"]).toEqual({ 59: 52 });
  expect(data.ngrams['a"']).toEqual({ 3: 1, 4: 20 });
  expect(data.ngrams.x).toEqual({ 0: 9 });
  expect(data.ngrams["it:,s"]).toEqual({ 7: 8 });
  for (const unknown of ["a", 'a"x', "toString", "__proto__", "", "y"])
    expect(data.ngrams[unknown]).toBeUndefined();
  expect(await bundledLanguageData.load(join(root, "eld", "src", "dictionary.js"))).toBeNull();
  await rm(root, { recursive: true });
});

it("keeps every piece of the detector's own data", async () => {
  const data = "../../document-model/node_modules/eld/src/ngrams/small.js";
  const place = fileURLToPath(new URL(data, import.meta.url));
  const { ngramsData } = await import(pathToFileURL(place).href);
  const { ngrams, ...rest } = await bundled(place);
  expect(rest).toEqual({ ...ngramsData, ngrams: undefined });
  const pieces = Object.keys(ngramsData.ngrams);
  expect(pieces.length).toBeGreaterThan(50_000);
  const read = Object.fromEntries(pieces.map((piece) => [piece, ngrams[piece]]));
  expect(read).toEqual(ngramsData.ngrams);
});
