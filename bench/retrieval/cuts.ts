import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseDocument } from "@besunny/document-model/parse-document";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { passagesOf } from "@besunny/document-model/passages";
import { createReader, type Reader } from "@besunny/reading/pool/reader";
import { readingChild } from "../reading-child";
import type { SetPassage } from "./sets";

/**
 * Reads files as the product does and cuts them into passages. What was read is kept in the temporary directory, and each file is cut again. A
 * file that cannot be read has no passages.
 */
export async function cutFiles(paths: readonly string[]): Promise<Map<string, SetPassage[]>> {
  const folder = join(tmpdir(), "besunny-bench-readings");
  await mkdir(folder, { recursive: true });
  const output = await mkdtemp(join(tmpdir(), "besunny-bench-reading-"));
  let reader: Reader | undefined;
  const cuts = new Map<string, SetPassage[]>();

  async function read(path: string): Promise<ParsedDocument> {
    reader ??= createReader({ childEntry: await readingChild(), concurrency: 2 });
    return reader.read({ path, fileName: basename(path), outputDirectory: output });
  }

  for (const path of paths) {
    const name = createHash("sha256").update(path).digest("hex").slice(0, 32);
    const kept = join(folder, `${name}.json`);
    const known = await readFile(kept, "utf8").catch(() => null);
    const model = known ? parseDocument(known) : await read(path).catch(() => null);
    if (!model) continue;
    if (!known) {
      const pages = model.pages.map((page) => ({ ...page, words: [] }));
      await writeFile(kept, JSON.stringify({ ...model, pages }));
    }
    cuts.set(path, passagesIn(model, path));
  }
  await reader?.close();
  await rm(output, { recursive: true, force: true });
  return cuts;
}

function passagesIn(model: ParsedDocument, document: string): SetPassage[] {
  const title = titleOf(document);
  return passagesOf(model).map(({ text, headingPath, columns, number }) => ({
    id: `${document}/${number}`,
    document,
    number,
    title,
    headingPath: columns ? [...headingPath, columns.join(" · ")] : headingPath,
    text,
  }));
}

function titleOf(path: string): string {
  return basename(path)
    .replace(/\.[a-z0-9]{1,5}$/i, "")
    .replaceAll("_", " ");
}
