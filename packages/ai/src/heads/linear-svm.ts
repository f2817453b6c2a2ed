import { shuffled } from "./seeded";
import { dot, type Sparse } from "./sparse";

/** More rounds change the weights, and no longer what they say of other documents. */
const MOST_ROUNDS = 10;
const TOLERANCE = 0.1;

type Problem = {
  /** Of length one each, or empty. */
  rows: readonly Sparse[];
  /** Of each row: 1 if it belongs to the class, otherwise -1. */
  sides: Int8Array;
  columns: number;
  /** The cost of a row on the wrong side. */
  cost: number;
  random: () => number;
};

/**
 * Fits one linear classifier with squared hinge loss by dual coordinate descent, as liblinear does (Hsieh and others, 2008). Returns a weight
 * for each column, then the constant.
 */
export function fitSvm({ rows, sides, columns, cost, random }: Problem): Float64Array {
  const weights = new Float64Array(columns + 1);
  const alphas = new Float64Array(rows.length);
  const slack = 1 / (2 * cost);
  let active = shuffled([...rows.keys()], random);
  let least = Number.NEGATIVE_INFINITY;
  let most = Number.POSITIVE_INFINITY;

  for (let round = 0; round < MOST_ROUNDS; round++) {
    let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    const kept: number[] = [];
    for (const index of shuffled(active, random)) {
      const row = rows[index];
      if (!row) continue;
      const side = sides[index] ?? 1;
      const alpha = alphas[index] ?? 0;
      const slope = side * dot(weights, row) - 1 + slack * alpha;
      if (alpha === 0 && slope > most) continue;
      kept.push(index);
      const projected = alpha === 0 ? Math.min(slope, 0) : slope;
      lowest = Math.min(lowest, projected);
      highest = Math.max(highest, projected);
      if (Math.abs(projected) < 1e-12) continue;
      const square = row.at.length > 0 ? 2 : 1;
      const next = Math.max(0, alpha - slope / (square + slack));
      alphas[index] = next;
      add(weights, row, (next - alpha) * side);
    }
    const isAll = kept.length === rows.length;
    if (highest - lowest <= TOLERANCE) {
      if (isAll || least === Number.NEGATIVE_INFINITY) break;
      active = [...rows.keys()];
      [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
      continue;
    }
    active = kept;
    least = lowest;
    most = highest > 0 ? highest : Number.POSITIVE_INFINITY;
  }
  return weights;
}

function add(weights: Float64Array, { at, values }: Sparse, step: number): void {
  for (let index = 0; index < at.length; index++) {
    const column = at[index] ?? 0;
    weights[column] = (weights[column] ?? 0) + step * (values[index] ?? 0);
  }
  const last = weights.length - 1;
  weights[last] = (weights[last] ?? 0) + step;
}
