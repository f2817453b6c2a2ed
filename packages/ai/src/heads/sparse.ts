/** A row of a sparse matrix: the columns that are not nought, ascending, and their values. */
export type Sparse = { at: Uint32Array; values: Float32Array };

/** Returns a row in which every column has a place. */
export function denseRow(values: Float32Array): Sparse {
  return { at: Uint32Array.from(values.keys()), values };
}

/** Returns the product of weights and a row; the weight after the last column is added. */
export function dot(weights: Float32Array | Float64Array, { at, values }: Sparse): number {
  const { length } = at;
  let sum = weights[weights.length - 1] ?? 0;
  if (length === weights.length - 1)
    for (let index = 0; index < length; index++)
      sum += (weights[index] ?? 0) * (values[index] ?? 0);
  else
    for (let index = 0; index < length; index++)
      sum += (weights[at[index] ?? 0] ?? 0) * (values[index] ?? 0);
  return sum;
}

/** Makes the row one long. A row of noughts stays. */
export function normalise(row: Sparse): Sparse {
  let square = 0;
  for (const value of row.values) square += value * value;
  const length = Math.sqrt(square) || 1;
  for (let index = 0; index < row.values.length; index++)
    row.values[index] = (row.values[index] ?? 0) / length;
  return row;
}
