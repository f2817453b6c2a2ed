/**
 * Returns the probability of each class for each document, by a model that was trained on documents of other groups. The model is ridge
 * regression on the vectors, turned into shares by softmax. Groups keep what is nearly the same together.
 */
export function outOfFoldScores(
  vectors: readonly Float32Array[],
  classOf: readonly number[],
  groupOf: readonly number[],
  classes: number,
): Float64Array[] {
  const scores: Float64Array[] = vectors.map(() => new Float64Array(classes));
  const size = (vectors[0]?.length ?? 0) + 1;
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const isHeld = (at: number) => (groupOf[at] ?? 0) % FOLDS === fold;
    const train = vectors.flatMap((_, at) => (isHeld(at) ? [] : [at]));
    if (train.length === vectors.length || train.length === 0) continue;
    const weights = fit(vectors, classOf, { train, size, classes });
    for (const [at, vector] of vectors.entries())
      if (isHeld(at)) scores[at] = softmax(weights, vector, { size, classes });
  }
  return scores;
}

const FOLDS = 5;
/** For unit vectors. Larger blurs, smaller learns single documents by heart. */
const RIDGE = 1;
/** Ridge scores of a sure document are about 1, of others about 0. */
const SHARPNESS = 8;

type Shape = { size: number; classes: number };

/** Solves (XᵀX + λ) W = XᵀY by Cholesky's decomposition; the last row of W is the bias. */
function fit(
  vectors: readonly Float32Array[],
  classOf: readonly number[],
  { train, size, classes }: Shape & { train: readonly number[] },
): Float64Array {
  const normal = new Float64Array(size * size);
  const right = new Float64Array(size * classes);
  for (const at of train) {
    const vector = vectors[at] ?? new Float32Array();
    for (let row = 0; row < size; row += 1) {
      const value = row === size - 1 ? 1 : (vector[row] ?? 0);
      if (value === 0) continue;
      for (let column = 0; column <= row; column += 1) {
        const place = row * size + column;
        normal[place] =
          (normal[place] ?? 0) + value * (column === size - 1 ? 1 : (vector[column] ?? 0));
      }
      const target = row * classes + (classOf[at] ?? 0);
      right[target] = (right[target] ?? 0) + value;
    }
  }
  for (let row = 0; row < size; row += 1)
    normal[row * size + row] = (normal[row * size + row] ?? 0) + (row === size - 1 ? 1e-6 : RIDGE);
  decompose(normal, size);
  solve(normal, right, { size, classes });
  return right;
}

function decompose(matrix: Float64Array, size: number): void {
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * size + column] ?? 0;
      for (let at = 0; at < column; at += 1)
        sum -= (matrix[row * size + at] ?? 0) * (matrix[column * size + at] ?? 0);
      matrix[row * size + column] =
        row === column
          ? Math.sqrt(Math.max(sum, 1e-12))
          : sum / (matrix[column * size + column] ?? 1);
    }
}

function solve(lower: Float64Array, right: Float64Array, { size, classes }: Shape): void {
  for (let each = 0; each < classes; each += 1) {
    for (let row = 0; row < size; row += 1) {
      let sum = right[row * classes + each] ?? 0;
      for (let at = 0; at < row; at += 1)
        sum -= (lower[row * size + at] ?? 0) * (right[at * classes + each] ?? 0);
      right[row * classes + each] = sum / (lower[row * size + row] ?? 1);
    }
    for (let row = size - 1; row >= 0; row -= 1) {
      let sum = right[row * classes + each] ?? 0;
      for (let at = row + 1; at < size; at += 1)
        sum -= (lower[at * size + row] ?? 0) * (right[at * classes + each] ?? 0);
      right[row * classes + each] = sum / (lower[row * size + row] ?? 1);
    }
  }
}

function softmax(
  weights: Float64Array,
  vector: Float32Array,
  { size, classes }: Shape,
): Float64Array {
  const scores = new Float64Array(classes);
  for (let row = 0; row < size; row += 1) {
    const value = row === size - 1 ? 1 : (vector[row] ?? 0);
    for (let each = 0; each < classes; each += 1)
      scores[each] = (scores[each] ?? 0) + value * (weights[row * classes + each] ?? 0);
  }
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(SHARPNESS * (score - most)));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
