import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { bundledLanguageData } from "./bundle-language-data";

it("writes the language data of a bundle as JSON, and leaves other modules alone", async () => {
  const root = await mkdtemp(join(tmpdir(), "bundle-"));
  const folder = join(root, "eld", "src", "ngrams");
  await mkdir(folder, { recursive: true });
  const place = join(folder, "small.js");
  await writeFile(join(root, "package.json"), '{"type":"module"}');
  await writeFile(place, `export const ngramsData = {type:'S60',ngrams:{'a"\\'é':{59:52}}};`);
  const code = (await bundledLanguageData.load(place)) ?? "";
  const bundled = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  expect(code).toMatch(/^export const ngramsData = JSON\.parse\("/);
  expect(bundled.ngramsData).toEqual({ type: "S60", ngrams: { "a\"'é": { 59: 52 } } });
  expect(await bundledLanguageData.load(join(root, "eld", "src", "dictionary.js"))).toBeNull();
  await rm(root, { recursive: true });
});
