import { existsSync } from "node:fs";
import { glob, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { passagesOf } from "@besunny/document-model/passages";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ReadingError } from "./contract/reading-error";
import { createReader, type Reader } from "./pool/reader";

const data = fileURLToPath(new URL("../../../../shared/data", import.meta.url));

/** Every so many files of the large folders, so that the test takes about half a minute; 1 walks all. */
const step = Number(process.env.READING_WORDS_STEP ?? 40);

const small = /^(reading-faults|wrong-values)\//;

describe.skipIf(!existsSync(data))(
  "the words of other people's files (needs ../shared/data)",
  () => {
    let reader: Reader;
    let outputDirectory: string;

    beforeAll(async () => {
      outputDirectory = await mkdtemp(join(tmpdir(), "words-"));
      reader = createReader({
        childEntry: fileURLToPath(new URL("./child/main.ts", import.meta.url)),
        limits: { recognisedPages: 2, secondsPerRecognisedPage: 20 },
      });
    });

    afterAll(async () => {
      await reader.close();
      await rm(outputDirectory, { recursive: true });
    });

    test("are in a passage, or an earlier passage has the same word", {
      timeout: 120 * 60_000,
    }, async () => {
      const lost: string[] = [];
      let read = 0;
      for (const name of await chosenFiles()) {
        const file = { path: join(data, name), fileName: basename(name), outputDirectory };
        const document = await reader.read(file).catch(onlyReasons);
        if (document === null) continue;
        const words = lostWords(document);
        if (words.length > 0) lost.push(`${name}: ${words.slice(0, 10).join(" ")}`);
        read += 1;
      }
      expect(read).toBeGreaterThan(10);
      expect(lost, lost.join("\n")).toEqual([]);
    });
  },
);

/** Throws every error but a reason why a file cannot be read. */
function onlyReasons(error: unknown): null {
  if (error instanceof ReadingError) return null;
  throw error;
}

async function chosenFiles(): Promise<string[]> {
  const names: string[] = [];
  for await (const name of glob("**/*.*", { cwd: data })) names.push(name);
  return names.sort().filter((name, index) => small.test(name) || index % step === 0);
}

/** Returns the words outside all passages that no earlier passage has. Page numbers, which count the pages, are no words. */
function lostWords(document: ParsedDocument): string[] {
  const said = new Set<string>();
  const lost: string[] = [];
  const take = (from: number, to: number) => {
    for (const word of wordsOf(document.text.slice(from, to)))
      if (!said.has(word) && !isPageNumber(word)) lost.push(word);
  };
  let end = 0;
  for (const { span, text } of passagesOf(document)) {
    take(end, span[0]);
    for (const word of wordsOf(text)) said.add(word);
    end = span[1];
  }
  take(end, document.text.length);
  return lost;
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function isPageNumber(word: string): boolean {
  return /^(\d{1,4}|[ivxlc]+)$/i.test(word);
}
