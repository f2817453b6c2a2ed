import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type Build, buildAt } from "./builds";
import { drawPages } from "./ocr/draw-pages";
import { readAll, type Settings, tesseractAll } from "./ocr/read-images";
import { scoresReport } from "./ocr/score";
import { hasTesseract } from "./ocr/tesseract";
import { type Receipt, readReceipts } from "./ocr/truth";
import type { Report } from "./report";
import { spread } from "./spread";

/**
 * Reads receipts of ICDAR-2019 SROIE, or pages drawn from PDFs with a text layer, with our reader. With `--against` the reader of another
 * checkout reads the same images in the same run. If native tesseract is installed, it does too, with automatic segmentation and as one
 * block of text. ocr/score.ts defines the same word and a found field. CPU seconds are those of the whole child, with its threads and the
 * programs it started. Tesseract has one thread, which costs it least. With `--engine wasm` our reader does not use native tesseract.
 */
export async function ocr(options: {
  sroie?: string;
  pages?: string;
  languages?: string;
  against?: string;
  limit?: string;
  engine?: string;
}): Promise<Report> {
  const { sroie, pages, against, languages = "eng" } = options;
  if (!sroie && !pages)
    throw new Error("Say which folder: pnpm bench ocr --sroie DIR or --pages DIR");
  if (options.engine && !["native", "wasm"].includes(options.engine))
    throw new Error("The engine is native or wasm.");
  const most = Number(options.limit ?? 1e9);
  const isNativeThere = await hasTesseract();
  const isNativeUsed = isNativeThere && options.engine !== "wasm";
  const builds = [await buildAt("ours", ".")];
  if (against) builds.push(await buildAt("before", against));
  const readers: Readers = {
    builds,
    isNativeThere,
    settings: { languages: languages.split(","), nativeTools: isNativeUsed },
  };
  const engine = isNativeUsed ? "native" : "wasm";
  if (sroie) {
    const receipts = spread(await readReceipts(sroie), most);
    return { files: receipts.length, engine, ...(await scoresOf(receipts, readers)) };
  }
  return { engine, ...(await pagesReport(pages ?? ".", most, readers)) };
}

type Readers = { builds: Build[]; isNativeThere: boolean; settings: Settings };

async function scoresOf(
  receipts: Receipt[],
  { builds, isNativeThere, settings }: Readers,
  prefix = "",
): Promise<Report> {
  const report: Report = {};
  for (const build of builds)
    Object.assign(
      report,
      scoresReport(`${prefix}${build.name}`, await readAll(receipts, build, settings)),
    );
  for (const mode of isNativeThere ? [3, 6] : [])
    Object.assign(
      report,
      scoresReport(
        `${prefix}tesseract_psm${mode}`,
        await tesseractAll(receipts, mode, settings.languages),
      ),
    );
  return report;
}

async function pagesReport(directory: string, most: number, readers: Readers): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), "bench-pages-"));
  try {
    const pages = await drawPages(directory, folder, { most, read: textLayerReader(readers) });
    const report: Report = {};
    for (const [look = "", drawn = []] of Map.groupBy(pages, (page) => page.look)) {
      report[`${look}_pages`] = drawn.length;
      Object.assign(report, await scoresOf(drawn, readers, `${look}_`));
    }
    return report;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Reads PDFs. Returns null for one that has to be recognised, or that cannot be read. */
function textLayerReader({ builds: [own] }: Readers) {
  return async (path: string) => {
    if (!own) return null;
    const outputDirectory = await mkdtemp(join(tmpdir(), "bench-truth-"));
    const reader = own.createReader({ childEntry: own.childEntry, concurrency: 1 });
    let recognitions = 0;
    const document = await reader
      .read({
        path,
        fileName: basename(path),
        outputDirectory,
        onUsage: (usage) => {
          recognitions = usage.recognitions;
        },
      })
      .catch(() => null);
    await reader.close();
    await rm(outputDirectory, { recursive: true });
    return recognitions > 0 ? null : document;
  };
}
