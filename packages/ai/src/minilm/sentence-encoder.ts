import { InferenceSession, Tensor } from "onnxruntime-node";
import { DIMENSIONS, EMBEDDING_MODEL } from "./embedding-model";
import {
  CLASSIFY,
  miniLmPieces,
  miniLmShape,
  miniLmWeights,
  onnxFile,
  SEPARATE,
} from "./minilm-files";
import type { Token, WordPieces } from "./word-pieces";

const MOST_TOKENS = 256;
/** Must change if the ONNX graph changes, so that a cached one is not used. The vectors may stay the same. */
const GRAPH = 2;
const none = new Float32Array();

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
  /** The folder in which files made from the weights are kept. */
  cacheDirectory: string;
  /** Runs a step of the same cost as an encoding, when it is this caller's turn. */
  inTurn<Result>(step: () => Promise<Result>): Promise<Result>;
  /** Splits a text into word pieces, up to a limit. */
  split: WordPieces;
  /** Returns the number of word pieces of a text, counted up to `limit`. */
  countTokens(text: string, limit: number): number;
  close(): Promise<void>;
};

/** Loads all-MiniLM-L6-v2. The first time, makes the ONNX file (about a second) and keeps it in `cacheDirectory`. */
export async function loadSentenceEncoder(cacheDirectory: string): Promise<SentenceEncoder> {
  const [path, split] = await Promise.all([
    onnxFile(cacheDirectory, `${EMBEDDING_MODEL} ${GRAPH}`, async () => {
      const { bertOnnx } = await import("../bert/bert-onnx");
      return bertOnnx(miniLmShape, await miniLmWeights());
    }),
    miniLmPieces(),
  ]);
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
    cacheDirectory,
    inTurn: (step) => step(),
    split,
    countTokens: (text, limit) => split(text, limit).length,
    close: () => session.release(),
  };
}
