const MOST_STEPS = 25;
const CLOSE = 1e-6;

/**
 * Fits logistic regression of two classes exactly, by Newton's method. The first input is the bias, which costs nothing; `shrink` is the cost of the
 * other weights, for each case.
 */
export function fitBinary(
  inputs: readonly Float32Array[],
  labels: readonly boolean[],
  { shrink }: { shrink: number },
): Float32Array {
  const width = inputs[0]?.length ?? 0;
  const cost = shrink * inputs.length;
  const weights = new Float64Array(width);
  for (let step = 0; step < MOST_STEPS; step++) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : cost * weight));
    const curve = Array.from({ length: width }, (_, row) => {
      const own = new Float64Array(width);
      own[row] = row === 0 ? CLOSE : cost;
      return own;
    });
    for (const [index, input] of inputs.entries()) {
      const sum = input.reduce((total, value, at) => total + value * (weights[at] ?? 0), 0);
      const sure = 1 / (1 + Math.exp(-sum));
      const error = sure - Number(labels[index]);
      const spread = Math.max(CLOSE, sure * (1 - sure));
      for (let row = 0; row < width; row++) {
        const value = input[row] ?? 0;
        if (value === 0) continue;
        slope[row] = (slope[row] ?? 0) + error * value;
        const own = curve[row];
        const scaled = spread * value;
        if (own)
          for (let at = 0; at <= row; at++) own[at] = (own[at] ?? 0) + scaled * (input[at] ?? 0);
      }
    }
    const change = solved(curve, slope);
    for (let at = 0; at < width; at++) weights[at] = (weights[at] ?? 0) - (change[at] ?? 0);
    if (change.every((value) => Math.abs(value) < CLOSE)) break;
  }
  return Float32Array.from(weights);
}

/** Solves a symmetric positive system, of which the lower half is given, by Cholesky's method. The half is overwritten. */
function solved(half: readonly Float64Array[], wanted: Float64Array): Float64Array {
  const width = wanted.length;
  for (let row = 0; row < width; row++) {
    const own = half[row] ?? new Float64Array();
    for (let at = 0; at <= row; at++) {
      const other = half[at] ?? own;
      let sum = own[at] ?? 0;
      for (let before = 0; before < at; before++) sum -= (own[before] ?? 0) * (other[before] ?? 0);
      own[at] = row === at ? Math.sqrt(sum) : sum / (other[at] ?? 1);
    }
  }
  const found = Float64Array.from(wanted);
  for (let row = 0; row < width; row++) {
    const own = half[row] ?? new Float64Array();
    let sum = found[row] ?? 0;
    for (let at = 0; at < row; at++) sum -= (own[at] ?? 0) * (found[at] ?? 0);
    found[row] = sum / (own[row] ?? 1);
  }
  for (let row = width - 1; row >= 0; row--) {
    let sum = found[row] ?? 0;
    for (let below = row + 1; below < width; below++)
      sum -= (half[below]?.[row] ?? 0) * (found[below] ?? 0);
    found[row] = sum / (half[row]?.[row] ?? 1);
  }
  return found;
}
