import { softmax } from "../src/understanding/vectors";

/** Fits softmax regression by plain gradient descent on all cases at once. `labels` are row numbers. */
export function fitLogistic(
  features: readonly Float32Array[],
  labels: readonly number[],
  {
    rows,
    shrink,
    steps = 400,
    rate = 0.8,
  }: { rows: number; shrink: number; steps?: number; rate?: number },
): Float32Array {
  const width = features[0]?.length ?? 0;
  const weights = new Float64Array(rows * width);
  const speed = new Float64Array(weights.length);
  for (let step = 0; step < steps; step++) {
    const slopes = new Float64Array(weights.length);
    for (const [index, vector] of features.entries()) {
      const logits = Array.from({ length: rows }, (_, row) =>
        vector.reduce((sum, value, at) => sum + value * (weights[row * width + at] ?? 0), 0),
      );
      for (const [row, probability] of softmax(logits).entries()) {
        const error = probability - Number(labels[index] === row);
        for (let at = 0; at < width; at++)
          slopes[row * width + at] =
            (slopes[row * width + at] ?? 0) + (error * (vector[at] ?? 0)) / features.length;
      }
    }
    for (let at = 0; at < weights.length; at++) {
      speed[at] = 0.9 * (speed[at] ?? 0) - rate * ((slopes[at] ?? 0) + shrink * (weights[at] ?? 0));
      weights[at] = (weights[at] ?? 0) + (speed[at] ?? 0);
    }
  }
  return Float32Array.from(weights);
}

/** Returns the vector with a 1 before it, for the bias. */
export function withBias(vector: Float32Array): Float32Array {
  return Float32Array.from([1, ...vector]);
}

/** Encodes 32-bit floats as the shipped models keep them. */
export function base64(values: Float32Array): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString("base64");
}
