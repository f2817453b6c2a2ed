import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { glob, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lostWords } from "../test/lost-words";
import { ReadingError } from "./contract/reading-error";
import { createReader, type Reader } from "./pool/reader";

const data = fileURLToPath(new URL("../../../../shared/data", import.meta.url));

/** Every so many files of the large folders, so that the test takes about a quarter of a minute; 1 reads all. */
const step = Number(process.env.READING_WORDS_STEP ?? 80);

const small = /^(reading-faults|wrong-values)\//;
const lanes = 2;

describe.skipIf(!existsSync(data))(
  "the words of other people's files (needs ../shared/data)",
  () => {
    let reader: Reader;
    let outputDirectory: string;

    beforeAll(async () => {
      outputDirectory = await mkdtemp(join(tmpdir(), "words-"));
      reader = createReader({
        childEntry: fileURLToPath(new URL("./child/main.ts", import.meta.url)),
        concurrency: lanes,
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
      const queue = await chosenFiles();
      const lane = async () => {
        for (let name = queue.shift(); name; name = queue.shift()) {
          const file = { path: join(data, name), fileName: basename(name), outputDirectory };
          const document = await reader.read(file).catch(onlyReasons);
          if (document === null) continue;
          const words = lostWords(document);
          if (words.length > 0) lost.push(`${name}: ${words.slice(0, 10).join(" ")}`);
          read += 1;
        }
      };
      await Promise.all(Array.from({ length: lanes }, lane));
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

/** Returns the files to read; of files with the same bytes only the first. */
async function chosenFiles(): Promise<string[]> {
  const names: string[] = [];
  for await (const entry of glob("**/*.*", { cwd: data, withFileTypes: true }))
    if (entry.isFile()) names.push(join(entry.parentPath, entry.name).slice(data.length + 1));
  const chosen = names.sort().filter((name, index) => small.test(name) || index % step === 0);
  const byHash = new Map<string, string>();
  for (const name of chosen) {
    const hash = createHash("sha256")
      .update(await readFile(join(data, name)))
      .digest("hex");
    if (!byHash.has(hash)) byHash.set(hash, name);
  }
  return [...byHash.values()];
}
