import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { loadSentenceEncoder, type SentenceEncoder } from "@besunny/ai/minilm/sentence-encoder";
import { viewChunks } from "@besunny/ai/understanding/document-view";
import { classifyType } from "@besunny/ai/understanding/type/classify-type";
import { taxonomy } from "@besunny/core/understanding/contract/taxonomy";
import { createReader, type Reader } from "@besunny/reading/pool/reader";
import { readingChild } from "./reading-child";
import type { Report } from "./report";
import { classifyPerClass } from "./understanding/per-class/classify-per-class";

type Judged = { type: string; first: string; confidence: number; isAnswered: boolean };

/**
 * `bench classify`: reads the files of `<dir>/<type>/` and compares the type that the local models find with the name of the folder. In it, blanks
 * are hyphens and `resume` is "résumé". The models get the text and the form of a file and never its name.
 */
export async function classify({
  dir,
  limit,
  "per-class": perClass,
}: {
  dir?: string;
  limit?: string;
  "per-class"?: string;
}): Promise<Report> {
  if (!dir)
    throw new Error("Say where the labelled files lie: --dir DIR, with a folder for each type");
  if (perClass)
    return classifyPerClass({
      dir,
      perClass: Number(perClass),
      limit: Number(limit ?? Number.POSITIVE_INFINITY),
    });
  const files = await labelled(dir, Number(limit ?? Number.POSITIVE_INFINITY));
  if (files.length === 0) throw new Error(`${dir} has no folder with the name of a type.`);
  const cache = await mkdtemp(join(tmpdir(), "bench-classify-"));
  const encoder = await loadSentenceEncoder(cache);
  const reader = createReader({ childEntry: await readingChild(), concurrency: 1 });
  const judged: Judged[] = [];
  let refused = 0;
  for (const file of files) {
    const found = await judge(file, { reader, encoder });
    if (found) judged.push(found);
    else refused += 1;
  }
  await reader.close();
  await encoder.close();
  await rm(cache, { recursive: true, force: true });
  return { ...reportOf(judged), refused };
}

type File = { path: string; type: string };

async function labelled(dir: string, most: number): Promise<File[]> {
  const known = new Map(taxonomy.map(({ name }) => [folderOf(name), name]));
  const files: File[] = [];
  for (const folder of (await readdir(dir)).sort()) {
    const type = known.get(folder);
    if (!type) continue;
    const names = (await readdir(join(dir, folder))).sort();
    files.push(...names.map((name) => ({ path: join(dir, folder, name), type })).slice(0, most));
  }
  return files;
}

function folderOf(type: string): string {
  return type.replaceAll(" ", "-").normalize("NFKD").replace(/\p{M}/gu, "");
}

async function judge(
  { path, type }: File,
  { reader, encoder }: { reader: Reader; encoder: SentenceEncoder },
): Promise<Judged | null> {
  const outputDirectory = await mkdtemp(join(tmpdir(), "bench-classify-"));
  try {
    const model = await reader.read({ path, fileName: basename(path), outputDirectory });
    const document = {
      title: "",
      fileName: "",
      format: model.format,
      text: model.text,
      blocks: model.blocks.map(({ kind, page, span }) => ({ kind, page, span })),
      pageCount: model.pages.length,
      pages: model.pages.filter(({ width }) => width > 0),
      metadata: {},
    };
    const chunks = await viewChunks(document, encoder);
    const { name, candidates } = await classifyType({ document, chunks }, taxonomy, encoder);
    const first = candidates[0]?.name ?? "";
    if (first !== type)
      console.error(`${type} read as ${first} (${candidates[0]?.confidence}): ${basename(path)}`);
    return { type, first, confidence: candidates[0]?.confidence ?? 0, isAnswered: name !== null };
  } catch (error) {
    console.error(`${path}: ${error instanceof Error ? error.message : error}`);
    return null;
  } finally {
    await rm(outputDirectory, { recursive: true, force: true });
  }
}

function reportOf(judged: readonly Judged[]): Report {
  const right = (chosen: readonly Judged[]) =>
    chosen.filter(({ first, type }) => first === type).length / Math.max(1, chosen.length);
  const answered = judged.filter(({ isAnswered }) => isAnswered);
  const byType = [...Map.groupBy(judged, ({ type }) => type)];
  return {
    files: judged.length,
    first_guess: right(judged),
    macro: byType.reduce((sum, [, own]) => sum + right(own), 0) / Math.max(1, byType.length),
    answered: answered.length / Math.max(1, judged.length),
    answered_right: right(answered),
    calibration_error: calibrationError(judged),
    ...Object.fromEntries(
      byType.map(([type, own]) => [`${folderOf(type)}_first_guess`, right(own)]),
    ),
  };
}

/** The mean distance between confidence and share of right guesses, over ten bins of confidence. */
function calibrationError(judged: readonly Judged[]): number {
  const bins = Map.groupBy(judged, ({ confidence }) => Math.min(9, Math.floor(confidence * 10)));
  return [...bins.values()].reduce((sum, bin) => {
    const confidence = bin.reduce((total, each) => total + each.confidence, 0) / bin.length;
    const right = bin.filter(({ first, type }) => first === type).length / bin.length;
    return sum + (bin.length / judged.length) * Math.abs(confidence - right);
  }, 0);
}
