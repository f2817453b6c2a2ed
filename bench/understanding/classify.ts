import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { loadSentenceEncoder, type SentenceEncoder } from "@besunny/ai/minilm/sentence-encoder";
import { viewChunks } from "@besunny/ai/understanding/document-view";
import { classifyType } from "@besunny/ai/understanding/type/classify-type";
import { taxonomy } from "@besunny/core/understanding/contract/taxonomy";
import { createReader, type Reader } from "@besunny/reading/pool/reader";
import { readingChild } from "../reading-child";
import type { Report } from "../report";
import { classifyFolds, trainingDocuments } from "./classify-folds";
import { hasPeer, peerGuesses } from "./classify-peer";
import { classifyReport, type Judged, typeOfFolder } from "./classify-report";
import { classifyPerClass } from "./per-class/classify-per-class";

type Options = { dir?: string; limit?: string; origin?: string; "per-class"?: string };

/**
 * `bench classify`: reads the files of `<dir>/<type>/` and compares the type that the local models find with the name of the folder. In it, blanks
 * are hyphens and `resume` is "résumé". The models get the text and the form of a file and never its name. With `origin`, whole sources are held
 * out and the models are fitted again.
 */
export async function classify({
  dir,
  limit,
  origin,
  "per-class": perClass,
}: Options): Promise<Report> {
  if (!dir)
    throw new Error("Say where the labelled files lie: --dir DIR, with a folder for each type");
  if (perClass)
    return classifyPerClass({
      dir,
      perClass: Number(perClass),
      limit: Number(limit ?? Number.POSITIVE_INFINITY),
    });
  if (origin) return classifyFolds(dir, origin);
  const files = await labelled(dir, Number(limit ?? Number.POSITIVE_INFINITY));
  if (files.length === 0) throw new Error(`${dir} has no folder with the name of a type.`);
  const cache = await mkdtemp(join(tmpdir(), "bench-classify-"));
  const encoder = await loadSentenceEncoder(cache);
  const reader = createReader({ childEntry: await readingChild(), concurrency: 1 });
  const judged: (Judged & { text: string })[] = [];
  let refused = 0;
  for (const file of files) {
    const found = await judge(file, { reader, encoder });
    if (found) judged.push(found);
    else refused += 1;
  }
  await reader.close();
  await encoder.close();
  await rm(cache, { recursive: true, force: true });
  return { ...classifyReport(await withPeer(judged)), refused };
}

/** Adds the guesses of a peer that learned from the texts of the shipped model, where `PYTHON` names a Python with scikit-learn. */
async function withPeer(judged: readonly (Judged & { text: string })[]): Promise<Judged[]> {
  if (!hasPeer()) return [...judged];
  const seen = new Set(judged.map(({ text }) => text));
  const learned = (await trainingDocuments())
    .filter(({ document }) => !seen.has(document.text))
    .map(({ type, document }) => ({ type, text: document.text, fold: null }));
  const tested = judged.map(({ type, text }) => ({ type, text, fold: 0 }));
  const guesses = await peerGuesses([...learned, ...tested]);
  return guesses ? judged.map((each, at) => ({ ...each, peer: guesses[at] ?? "" })) : [...judged];
}

type File = { path: string; type: string };

async function labelled(dir: string, most: number): Promise<File[]> {
  const files: File[] = [];
  for (const folder of (await readdir(dir)).sort()) {
    const type = typeOfFolder(folder);
    if (!type) continue;
    const names = (await readdir(join(dir, folder))).sort();
    files.push(...names.map((name) => ({ path: join(dir, folder, name), type })).slice(0, most));
  }
  return files;
}

async function judge(
  { path, type }: File,
  { reader, encoder }: { reader: Reader; encoder: SentenceEncoder },
): Promise<(Judged & { text: string }) | null> {
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
    return {
      type,
      first,
      confidence: candidates[0]?.confidence ?? 0,
      isAnswered: name !== null,
      text: document.text,
    };
  } catch (error) {
    console.error(`${path}: ${error instanceof Error ? error.message : error}`);
    return null;
  } finally {
    await rm(outputDirectory, { recursive: true, force: true });
  }
}
