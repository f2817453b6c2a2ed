import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createReader } from "@besunny/reading/pool/reader";
import { readingChild } from "./reading-child";
import type { Report } from "./report";
import { type Detection, detection, endToEnd, tablesOf } from "./tables/found";
import { givenRegions } from "./tables/given-regions";
import { plumberTables } from "./tables/plumber";
import { type Count, reportOf, scoresOf } from "./tables/relations";
import { readTruth, type TruthDocument } from "./tables/truth";

/**
 * Scores tables of ICDAR-2013 (`*-str.xml`, `*-reg.xml`, PDFs) by adjacency relations, as that competition did (Göbel, Hassan,
 * Oro, Orsi 2013). Two neighbouring cells with text are right if both texts, without white space and in capitals, and the direction
 * are right (`tables/relations.ts`). The scores are precision, recall and F1: the mean over the documents, and pooled.
 *
 * - `given_regions_*`: our cells in the regions of the truth.
 * - `end_to_end_*`: the tables that the product reads, each truth table against one of them, all others counted as false
 *   (`tables/found.ts`).
 * - `detection_*`: characters in tables. `detection_complete` is the share of the truth's tables whose characters are all in one
 *   found table. `detection_pure` is the share of the truth's tables whose found table holds nothing else.
 * - `pdfplumber_end_to_end_*`: its `find_tables()` with default settings on the same pages, left out if Python does not have it.
 *
 * The scores of each document go to stderr.
 */
export async function tables({ icdar }: { icdar?: string }): Promise<Report> {
  if (!icdar) throw new Error("Say where the data of ICDAR-2013 lies: --icdar DIR");
  const documents = await readTruth(icdar);
  if (documents.length === 0) throw new Error(`No *-str.xml with a PDF beside it in ${icdar}.`);
  const given: Count[] = [];
  for (const document of documents) given.push(await givenRegions(document));
  const read = await readAll(documents);
  const plumber = await plumberTables(documents);
  for (const [index, { name }] of documents.entries())
    console.error(
      `${name}: given regions ${f1(given[index])}, end to end ${f1(read.relations[index])}, detection ${f1(read.detections[index]?.characters)}`,
    );
  return {
    documents: documents.length,
    tables: documents.reduce((sum, document) => sum + document.tables.length, 0),
    ...reportOf("given_regions", given),
    ...reportOf("end_to_end", read.relations),
    ...detectionReport(read.detections),
    cpu_seconds: read.cpuSeconds,
    ...(plumber && reportOf("pdfplumber_end_to_end", plumber)),
  };
}

function f1(count: Count | undefined): string {
  return count ? scoresOf(count).f1.toFixed(3) : "-";
}

async function readAll(documents: TruthDocument[]) {
  const relations: Count[] = [];
  const detections: Detection[] = [];
  let cpuSeconds = 0;
  const outputDirectory = await mkdtemp(join(tmpdir(), "bench-tables-"));
  const reader = createReader({ childEntry: await readingChild(), concurrency: 1 });
  try {
    for (const document of documents) {
      const model = await reader.read({
        path: document.pdf,
        fileName: basename(document.pdf),
        outputDirectory,
        onUsage: (usage) => {
          cpuSeconds += usage.cpuSeconds;
        },
      });
      const found = tablesOf(model);
      relations.push(endToEnd(document, found));
      detections.push(detection(document, found, model));
    }
  } finally {
    await reader.close();
    await rm(outputDirectory, { recursive: true, force: true });
  }
  return { relations, detections, cpuSeconds };
}

function detectionReport(detections: Detection[]): Report {
  const sum = (key: "tables" | "complete" | "pure") =>
    detections.reduce((total, each) => total + each[key], 0);
  return {
    ...reportOf(
      "detection",
      detections.map(({ characters }) => characters),
    ),
    detection_complete: sum("complete") / Math.max(1, sum("tables")),
    detection_pure: sum("pure") / Math.max(1, sum("tables")),
  };
}
