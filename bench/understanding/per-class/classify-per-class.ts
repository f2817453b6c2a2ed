import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type {
  DocumentFeatures,
  DocumentInput,
  TypeDefinition,
  Understanding,
} from "@besunny/ai/ai";
import { loadSentenceEncoder, type SentenceEncoder } from "@besunny/ai/minilm/sentence-encoder";
import { viewChunks } from "@besunny/ai/understanding/document-view";
import { classifyType } from "@besunny/ai/understanding/type/classify-type";
import { followExamples } from "@besunny/ai/understanding/type/nearest";
import { featuresOf } from "@besunny/ai/understanding/type/nearest-features";
import { taxonomy } from "@besunny/core/understanding/contract/taxonomy";
import { createReader, type Reader } from "@besunny/reading/pool/reader";
import { readingChild } from "../../reading-child";
import type { Report } from "../../report";
import { type Labelled, type Round, roundsOf } from "./rounds-per-class";
import { svmTypes } from "./svm-peer";

type Given = { dir: string; perClass: number; limit: number };
type Known = Labelled & { text: string; features: DocumentFeatures; guess: Understanding["type"] };
type Tested = { first: string; isAnswered: boolean; isRight: boolean; milliseconds: number };

const MOST_FILES = 60;
const SEEDS = 3;

/**
 * `bench classify --per-class N`: labels N documents of each folder, as a person's corrections do, and finds the type of all others. A folder that is no standard type is a type of the workspace's own. The same rounds go to TF-IDF and a linear SVM.
 */
export async function classifyPerClass({ dir, perClass, limit }: Given): Promise<Report> {
  const folders = await foldersOf(dir, Math.min(limit, MOST_FILES));
  const types = [...taxonomy, ...ownTypes(folders)];
  const documents = await readAll(folders, types);
  const rounds = roundsOf(documents, { perClass, rounds: SEEDS });
  if (rounds.length === 0) throw new Error(`${dir} has no two folders with more files than that.`);

  const ours = rounds.flatMap((round) => testRound(documents, round, types, ({ guess }) => guess));
  const alone = rounds.flatMap((round) => testRound(documents, round, types, () => unknown));
  const before = rounds.flatMap(({ tested }) =>
    tested.map((index) => documents[index]).filter((each) => each !== undefined),
  );
  const svm = await svmTypes(
    documents.map(({ text }) => text),
    rounds.map(({ trained, tested }) => ({
      train: trained.map((index) => [index, documents[index]?.type ?? ""] as const),
      test: tested,
    })),
  );
  const svmRight = svm?.flatMap((found, round) =>
    found.map((type, at) => documents[rounds[round]?.tested[at] ?? -1]?.type === type),
  );
  return {
    files: documents.length,
    types: new Set(documents.map(({ type }) => type)).size,
    tested: ours.length / rounds.length,
    first_guess: share(ours, ({ isRight }) => isRight),
    answered: share(ours, ({ isAnswered }) => isAnswered),
    answered_right: share(
      ours.filter(({ isAnswered }) => isAnswered),
      ({ isRight }) => isRight,
    ),
    without_labels_first_guess: share(
      before,
      ({ guess, type }) => guess.candidates[0]?.name === type,
    ),
    without_model_first_guess: share(alone, ({ isRight }) => isRight),
    ...(svmRight && { svm_first_guess: share(svmRight, (isRight) => isRight) }),
    follow_mean_ms: ours.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / ours.length,
  };
}

const unknown: Understanding["type"] = {
  name: null,
  confidence: null,
  candidates: [],
  evidence: [],
};

function testRound(
  documents: readonly Known[],
  { trained, tested }: Round,
  types: readonly TypeDefinition[],
  guessOf: (document: Known) => Understanding["type"],
): Tested[] {
  const examples = Map.groupBy(
    trained.flatMap((index) => documents[index] ?? []),
    ({ type }) => type,
  );
  const labelled = types.map((type) => ({
    ...type,
    labelled: (examples.get(type.name) ?? []).map(({ path, features }) => ({
      documentId: path,
      features,
    })),
  }));
  return tested.flatMap((index) => {
    const document = documents[index];
    if (!document) return [];
    const startedAt = performance.now();
    const { type } = followExamples(guessOf(document), document.features, labelled);
    const milliseconds = performance.now() - startedAt;
    const first = type.name ?? type.candidates[0]?.name ?? "";
    return [
      { first, isAnswered: type.name !== null, isRight: first === document.type, milliseconds },
    ];
  });
}

type Folder = { name: string; paths: string[] };

async function foldersOf(dir: string, most: number): Promise<Folder[]> {
  const known = new Map(taxonomy.map(({ name }) => [folderOf(name), name]));
  const entries = await readdir(dir, { withFileTypes: true });
  const folders: Folder[] = [];
  for (const { name: folder } of entries.filter((entry) => entry.isDirectory()).sort(byName)) {
    const files = (
      await readdir(join(dir, folder), { recursive: true, withFileTypes: true })
    ).filter((entry) => entry.isFile());
    const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
    const evenly = paths.filter(
      (_, index) =>
        paths.length <= most ||
        Math.floor((index * most) / paths.length) !==
          Math.floor(((index - 1) * most) / paths.length),
    );
    folders.push({ name: known.get(folder) ?? folder.replaceAll(/[-_]/g, " "), paths: evenly });
  }
  return folders;
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}

function ownTypes(folders: readonly Folder[]): TypeDefinition[] {
  return folders
    .filter(({ name }) => !taxonomy.some((type) => type.name === name))
    .map(({ name }) => ({ name, definition: name, examples: [] }));
}

function folderOf(type: string): string {
  return type.replaceAll(" ", "-").normalize("NFKD").replace(/\p{M}/gu, "");
}

/** Reads the files, each text once: a copy of a labelled document would be no test. */
async function readAll(
  folders: readonly Folder[],
  types: readonly TypeDefinition[],
): Promise<Known[]> {
  const cache = await mkdtemp(join(tmpdir(), "bench-classify-"));
  const encoder = await loadSentenceEncoder(cache);
  const reader = createReader({ childEntry: await readingChild(), concurrency: 1 });
  const seen = new Set<string>();
  const known: Known[] = [];
  for (const { name, paths } of folders)
    for (const path of paths) {
      const document = await readOne(path, reader);
      const key = document && createHash("sha256").update(document.text).digest("hex");
      if (!document || !key || seen.has(key)) continue;
      seen.add(key);
      const each = await understood(document, types, encoder);
      if (each) known.push({ type: name, path, text: document.text, ...each });
    }
  await reader.close();
  await encoder.close();
  await rm(cache, { recursive: true, force: true });
  return known;
}

async function understood(
  document: DocumentInput,
  types: readonly TypeDefinition[],
  encoder: SentenceEncoder,
) {
  const view = { document, chunks: await viewChunks(document, encoder) };
  const features = featuresOf(view);
  return features && { features, guess: await classifyType(view, types, encoder) };
}

async function readOne(path: string, reader: Reader): Promise<DocumentInput | null> {
  const outputDirectory = await mkdtemp(join(tmpdir(), "bench-classify-"));
  try {
    const model = await reader.read({ path, fileName: basename(path), outputDirectory });
    return {
      title: "",
      fileName: "",
      format: model.format,
      text: model.text,
      blocks: model.blocks.map(({ kind, page, span }) => ({ kind, page, span })),
      pageCount: model.pages.length,
      pages: model.pages.filter(({ width }) => width > 0),
      metadata: {},
    };
  } catch (error) {
    console.error(`${path}: ${error instanceof Error ? error.message : error}`);
    return null;
  } finally {
    await rm(outputDirectory, { recursive: true, force: true });
  }
}

function share<Each>(all: readonly Each[], test: (each: Each) => boolean): number {
  return all.filter(test).length / Math.max(1, all.length);
}
