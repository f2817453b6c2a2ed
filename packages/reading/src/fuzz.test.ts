import { existsSync } from "node:fs";
import { glob, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aFileOfEachFormat } from "../test/a-file-of-each-format";
import { aMutation, mutated, mutatedWithin } from "../test/mutations";
import { expectTrueSpans } from "../test/true-spans";
import { ReadingError } from "./contract/reading-error";
import { createReader, type Reader } from "./pool/reader";

/** The number of spoiled files. With READING_FUZZ_DATA=1 files of ../shared/data are spoiled too. fast-check prints the seed of a failure. */
const runs = Number(process.env.READING_FUZZ_RUNS ?? 150);
const data = fileURLToPath(new URL("../../../../shared/data", import.meta.url));
const limits = {
  seconds: 30,
  secondsPerRecognisedPage: 20,
  pages: 50,
  recognisedPages: 3,
  pixels: 4_000_000,
  cells: 20_000,
  textCharacters: 2_000_000,
  archiveEntries: 200,
  archiveBytes: 8_000_000,
};

let reader: Reader;
let directory: string;
let files: [name: string, bytes: Uint8Array][];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "fuzz-"));
  reader = createReader({
    childEntry: fileURLToPath(new URL("./child/main.ts", import.meta.url)),
    limits,
    concurrency: 1,
    nativeTools: false,
  });
  files = [...Object.entries(await aFileOfEachFormat()), ...(await othersFiles())];
}, 60_000);

afterAll(async () => {
  await reader.close();
  await rm(directory, { recursive: true });
});

async function othersFiles(): Promise<[string, Uint8Array][]> {
  if (!process.env.READING_FUZZ_DATA || !existsSync(data)) return [];
  const found: [string, Uint8Array][] = [];
  for await (const name of glob("{robustness,docling,docx,mail,invoices}/**/*.*", { cwd: data })) {
    const path = join(data, name);
    if ((await stat(path)).size < 100_000) found.push([basename(name), await readFile(path)]);
  }
  return found;
}

test("ends every spoiled file with true spans or a reason of its own", {
  timeout: 86_400_000,
}, async () => {
  expect(files.length).toBeGreaterThan(25);
  await fc.assert(
    fc.asyncProperty(
      fc.nat(),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.boolean(),
      fc.array(aMutation, { minLength: 1, maxLength: 4 }),
      async (index, part, isWithin, mutations) => {
        const [name, bytes] = files[index % files.length] ?? ["", new Uint8Array()];
        const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
        const spoiled =
          isZip && isWithin ? mutatedWithin(bytes, part, mutations) : mutated(bytes, mutations);
        await endsWell(name, spoiled);
      },
    ),
    { numRuns: runs, endOnFailure: Boolean(process.env.READING_FUZZ_RUNS) },
  );
});

async function endsWell(fileName: string, bytes: Uint8Array): Promise<void> {
  const path = join(directory, "spoiled");
  await writeFile(path, bytes);
  const outcome = await reader
    .read({ path, fileName, outputDirectory: directory })
    .catch((error: unknown) => error);
  if (!(outcome instanceof ReadingError)) return expectTrueSpans(outcome, fileName);
  const { code, message, cause } = outcome;
  const isOwn = code !== "INTERNAL" && code !== "TIMEOUT";
  if (!isOwn) throw new Error(`${fileName}: ${code} ${message}`, { cause });
}
