import { z } from "zod";
import type { Tensor, Tensors } from "../../bert/bert-onnx";

const count = z.number().int().positive();
const shape = z.array(count);

/**
 * The shipped reader. Beside each linear layer of MiniLM it has an adapter of low rank, as two matrices in 8 bits with one scale for each row. Its heads
 * are 32-bit floats. `calibration` has the weights of the span's margin and of the verdict, and a constant. Their sum is the logarithm of the odds of an
 * answer.
 */
export const ReaderFile = z.object({
  release: z.string(),
  calibration: z.tuple([z.number(), z.number(), z.number()]),
  adapters: z.record(z.string(), z.object({ shape, scales: z.string(), numbers: z.string() })),
  heads: z.record(z.string(), z.object({ shape, numbers: z.string() })),
});
export type ReaderFile = z.infer<typeof ReaderFile>;

/** Returns the weights of MiniLM with the adapters of the reader added, and the reader's heads as `span`, `verdict` and so on. */
export function readerTensors(base: Tensors, { adapters, heads }: ReaderFile): Tensors {
  return (name) => {
    const head = heads[name];
    if (head) return { shape: head.shape, values: floats(head.numbers) };
    const tensor = base(name) ?? base(`bert.${name}`);
    const layer = /^encoder\.layer\.(\d+)\.(.+)\.weight$/.exec(name);
    const key = layer && `${layer[1]}_${layer[2]?.replaceAll(".", "_")}`;
    const [down, up] = ["down", "up"].map((side) => adapters[`${key}_${side}`]);
    if (!tensor || !down || !up) return tensor;
    return { shape: tensor.shape, values: added(tensor, matrix(down), matrix(up)) };
  };
}

/** The weight and the product of the adapter's two matrices: [rows, rank] and [rank, columns]. */
function added({ shape, values }: Tensor, down: Tensor, up: Tensor): Float32Array {
  const [rows = 0, columns = 0] = shape;
  const rank = down.shape[0] ?? 0;
  const sum = Float32Array.from(values);
  for (let row = 0; row < rows; row++)
    for (let inner = 0; inner < rank; inner++) {
      const factor = up.values[row * rank + inner] ?? 0;
      for (let column = 0; column < columns; column++)
        sum[row * columns + column] =
          (sum[row * columns + column] ?? 0) +
          factor * (down.values[inner * columns + column] ?? 0);
    }
  return sum;
}

function matrix({ shape, scales, numbers }: ReaderFile["adapters"][string]): Tensor {
  const columns = shape[1] ?? 1;
  const rows = floats(scales);
  const bytes = new Int8Array(bytesOf(numbers));
  return {
    shape,
    values: Float32Array.from(bytes, (value, at) => value * (rows[Math.floor(at / columns)] ?? 0)),
  };
}

function floats(text: string): Float32Array {
  return new Float32Array(bytesOf(text));
}

function bytesOf(text: string): ArrayBuffer {
  return Uint8Array.from(Buffer.from(text, "base64")).buffer;
}
