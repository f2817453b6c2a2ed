import { readFile } from "node:fs/promises";

import { z } from "zod";

import type { Tensors } from "../bert/bert-onnx";
import { halfNumbers } from "../bert/half-numbers";

const Header = z.record(
  z.string(),
  z.object({
    dtype: z.string(),
    shape: z.array(z.number().int().nonnegative()),
    data_offsets: z.tuple([z.number().int(), z.number().int()]),
  }),
);

/** Opens a safetensors file, of which tensors in F16 and F32 are read. Decodes a tensor when it is asked for, because all at once take twice the file's size. */
export async function readSafetensors(path: string): Promise<Tensors> {
  const file = await readFile(path);
  const headerLength = Number(file.readBigUInt64LE(0));
  const { __metadata__, ...entries } = JSON.parse(file.toString("utf8", 8, 8 + headerLength));
  const header = Header.parse(entries);
  const half = halfNumbers();

  return (name) => {
    const entry = header[name];
    if (!entry) return null;
    const { dtype, shape, data_offsets } = entry;
    const [start, end] = data_offsets.map((offset) => 8 + headerLength + offset);
    const bytes = Uint8Array.from(file.subarray(start, end));
    if (dtype === "F32") return { shape, values: new Float32Array(bytes.buffer) };
    if (dtype !== "F16") return null;
    const values = Float32Array.from(new Uint16Array(bytes.buffer), (bits) => half[bits] ?? 0);
    return { shape, values };
  };
}
