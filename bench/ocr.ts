import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { createReader } from "@besunny/reading/pool/reader";
import { addScores, type Found, type Scores, scoreReceipt, scoresReport } from "./ocr/score";
import { hasTesseract, tesseractWords } from "./ocr/tesseract";
import { type Receipt, readReceipts } from "./ocr/truth";
import { readingChild } from "./reading-child";
import type { Report } from "./report";
import { spread } from "./spread";

/**
 * Reads receipts of ICDAR-2019 SROIE with our reader. If native tesseract is installed, it reads the same images in the same run,
 * with automatic segmentation and as one block of text. ocr/score.ts defines the same word and a found field. CPU seconds are those
 * of the whole child, with its threads and the programs it started. Tesseract has one thread, which costs it least. With
 * `--engine wasm` our reader does not use native tesseract.
 */
export async function ocr(options: {
  sroie?: string;
  limit?: string;
  engine?: string;
}): Promise<Report> {
  if (!options.sroie) throw new Error("Say which folder: pnpm bench ocr --sroie DIR");
  if (options.engine && !["native", "wasm"].includes(options.engine))
    throw new Error("The engine is native or wasm.");
  const receipts = spread(await readReceipts(options.sroie), Number(options.limit ?? 1e9));
  const isNativeThere = await hasTesseract();
  const isNativeUsed = isNativeThere && options.engine !== "wasm";
  return {
    files: receipts.length,
    engine: isNativeUsed ? "native" : "wasm",
    ...scoresReport("ours", await readAll(receipts, isNativeUsed)),
    ...(isNativeThere && {
      ...scoresReport("tesseract_psm3", await tesseractAll(receipts, 3)),
      ...scoresReport("tesseract_psm6", await tesseractAll(receipts, 6)),
    }),
  };
}

async function readAll(receipts: Receipt[], nativeTools: boolean): Promise<Scores> {
  const outputDirectory = await mkdtemp(join(tmpdir(), "bench-ocr-"));
  const lanes = availableParallelism();
  const reader = createReader({
    childEntry: await readingChild(),
    concurrency: lanes,
    nativeTools,
  });
  const scores = await inLanes(receipts, lanes, async ({ image, fileName }) => {
    let cpuSeconds = 0;
    const model = await reader
      .read({
        path: image,
        fileName,
        outputDirectory,
        onUsage: (usage) => {
          cpuSeconds = usage.cpuSeconds;
        },
      })
      .catch((error: unknown) => {
        console.error(`${fileName}: ${error instanceof Error ? error.message : error}`);
        return null;
      });
    return { ...foundIn(model), cpuSeconds, isRefused: model === null };
  });
  await reader.close();
  await rm(outputDirectory, { recursive: true });
  return scores;
}

function foundIn(model: ParsedDocument | null): Omit<Found, "cpuSeconds"> {
  if (!model) return { text: "", words: [] };
  const words = model.pages.flatMap((page) =>
    page.words.map(([start, end, x, y, width, height]) => ({
      text: model.text.slice(start, end),
      x: x + width / 2,
      y: y + height / 2,
    })),
  );
  return { text: model.text, words };
}

function tesseractAll(receipts: Receipt[], segmentation: number): Promise<Scores> {
  return inLanes(receipts, availableParallelism(), ({ image }) =>
    tesseractWords(image, segmentation),
  );
}

async function inLanes(
  receipts: Receipt[],
  lanes: number,
  read: (receipt: Receipt) => Promise<Found>,
): Promise<Scores> {
  const waiting = [...receipts];
  let total: Scores | null = null;
  async function lane(): Promise<void> {
    for (let receipt = waiting.shift(); receipt; receipt = waiting.shift()) {
      const scores = scoreReceipt(await read(receipt), receipt);
      total = total ? addScores(total, scores) : scores;
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane));
  if (!total) throw new Error("There are no receipts in that folder.");
  return total;
}
