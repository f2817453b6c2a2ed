import { inflateSync } from "node:zlib";
import { z } from "zod";

import type { Tensor } from "../../bert/bert-onnx";
import { halfNumbers } from "../../bert/half-numbers";

const count = z.number().int().positive();

/** The shipped reader: the shape of its network, its weights in 16 bits, and how its scores become probabilities. */
export const ReaderFile = z.object({
  release: z.string(),
  size: count,
  heads: count,
  kernel: count,
  blocks: count,
  /** The most pieces of a question that are read. */
  question: count,
  kinds: count,
  features: count,
  /** The gain of a sentence that has all words of the question. */
  favour: z.number(),
  /** Weights of the span's margin, of the verdict and of the share of the question's words in the sentence, and a constant. */
  calibration: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  tensors: z.record(
    z.string(),
    z.object({ shape: z.array(count), at: z.number().int().nonnegative() }),
  ),
  weights: z.string(),
});
export type ReaderFile = z.infer<typeof ReaderFile>;

/** Returns the tensors by name. */
export function readerTensors({ tensors, weights }: ReaderFile): (name: string) => Tensor {
  const bytes = inflateSync(Buffer.from(weights, "base64"));
  const bits = new Uint16Array(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
  );
  const half = halfNumbers();
  return (name) => {
    const entry = tensors[name];
    if (!entry) throw new Error(`The reader has no weights named ${name}`);
    const length = entry.shape.reduce((product, size) => product * size, 1);
    const own = bits.subarray(entry.at, entry.at + length);
    return { shape: entry.shape, values: Float32Array.from(own, (value) => half[value] ?? 0) };
  };
}
