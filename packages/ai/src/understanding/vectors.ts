/** Returns the dot product, which is the cosine for unit vectors. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

/** Returns the mean of unit vectors as a unit vector, or zeros if there are none. */
export function centroid(vectors: readonly Float32Array[], length: number): Float32Array {
  const mean = new Float32Array(length);
  for (const vector of vectors)
    for (let index = 0; index < length; index++)
      mean[index] = (mean[index] ?? 0) + (vector[index] ?? 0);
  const size = Math.sqrt(dot(mean, mean)) || 1;
  return mean.map((value) => value / size);
}

/** Returns probabilities that add up to 1. */
export function softmax(logits: readonly number[]): number[] {
  const most = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
