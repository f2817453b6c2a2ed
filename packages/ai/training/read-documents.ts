import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readFile } from "@besunny/reading/child/read-file";
import { defaultLimits } from "@besunny/reading/contract/limits";

import type { DocumentInput } from "../src/ai";

const cache = fileURLToPath(new URL("../.cache/documents/", import.meta.url));

/** Reads files as the product does, without their names; refused files are left out. What was read is kept between runs. */
export async function readDocument(path: string): Promise<DocumentInput | null> {
  mkdirSync(cache, { recursive: true });
  const bytes = readFileSync(path);
  const kept = join(cache, `${createHash("sha256").update(bytes).digest("hex").slice(0, 32)}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8"));
  const outputDirectory = mkdtempSync(join(tmpdir(), "training-"));
  const read = await readFile({
    path,
    fileName: basename(path),
    outputDirectory,
    limits: defaultLimits,
    recognising: () => undefined,
  })
    .then(
      (model): DocumentInput => ({
        title: "",
        fileName: "",
        format: model.format,
        text: model.text,
        blocks: model.blocks.map(({ kind, level, page, span }) => ({
          kind,
          page,
          span,
          ...(level !== undefined && { level }),
        })),
        pageCount: model.pages.length,
        pages: model.pages
          .filter(({ width }) => width > 0)
          .map(({ width, height }) => ({ width, height })),
        metadata: {},
      }),
    )
    .catch((error: unknown) => {
      console.log(`${basename(path)}: ${error instanceof Error ? error.message : error}`);
      return null;
    });
  rmSync(outputDirectory, { recursive: true, force: true });
  writeFileSync(kept, JSON.stringify(read));
  return read;
}
