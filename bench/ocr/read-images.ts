import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import type { Build } from "../builds";
import { addScores, type Found, type Scores, scoreReceipt } from "./score";
import { tesseractWords } from "./tesseract";
import type { Receipt } from "./truth";

export type Settings = { languages: string[]; nativeTools: boolean };

/** Scores the reading of images by a build of our reader. CPU seconds are those of the child and of all that it started. */
export async function readAll(
  receipts: Receipt[],
  { childEntry, createReader }: Build,
  settings: Settings,
): Promise<Scores> {
  const outputDirectory = await mkdtemp(join(tmpdir(), "bench-ocr-"));
  const reader = createReader({ childEntry, concurrency: availableParallelism(), ...settings });
  const scores = await inLanes(receipts, async ({ image, fileName }) => {
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

/** Scores the reading of the images by plain native tesseract. */
export function tesseractAll(
  receipts: Receipt[],
  segmentation: number,
  languages: string[],
): Promise<Scores> {
  return inLanes(receipts, ({ image }) => tesseractWords(image, { segmentation, languages }));
}

async function inLanes(
  receipts: Receipt[],
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
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  if (!total) throw new Error("There are no images to read.");
  return total;
}
