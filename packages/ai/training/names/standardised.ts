import { DIMENSIONS } from "../../src/minilm/embedding-model";
import type { Weights } from "./fit-tagger";

/** Learns mean and spread of each number of the vectors, so that training can use standard ones. `fold` puts both into the weights. */
export function standardised(all: readonly (Float32Array | null)[]) {
  const sums = new Float64Array(DIMENSIONS);
  const squares = new Float64Array(DIMENSIONS);
  let count = 0;
  for (const vectors of all) {
    if (!vectors) continue;
    count += vectors.length / DIMENSIONS;
    for (const [at, value] of vectors.entries()) {
      const axis = at % DIMENSIONS;
      sums[axis] = (sums[axis] ?? 0) + value;
      squares[axis] = (squares[axis] ?? 0) + value * value;
    }
  }
  const means = sums.map((sum) => sum / Math.max(1, count));
  const spreads = squares.map(
    (square, axis) => Math.sqrt(square / Math.max(1, count) - (means[axis] ?? 0) ** 2) || 1,
  );

  return {
    apply(vectors: Float32Array, [from, to]: readonly [number, number]): Float32Array {
      const own = vectors.slice(from * DIMENSIONS, to * DIMENSIONS);
      for (const [at, value] of own.entries())
        own[at] = (value - (means[at % DIMENSIONS] ?? 0)) / (spreads[at % DIMENSIONS] ?? 1);
      return own;
    },
    fold({ inner, innerBias }: Weights, hidden: number): void {
      for (let unit = 0; unit < hidden; unit++)
        for (let axis = 0; axis < DIMENSIONS; axis++) {
          const at = unit * DIMENSIONS + axis;
          const weight = (inner[at] ?? 0) / (spreads[axis] ?? 1);
          inner[at] = weight;
          innerBias[unit] = (innerBias[unit] ?? 0) - weight * (means[axis] ?? 0);
        }
    },
  };
}
