/**
 * The similarity of every two of these vectors under a Gaussian kernel, whose width is the median distance of a sample of pairs. Row after
 * row, n × n.
 */
function similarities(vectors: readonly Float32Array[]): Float32Array {
  const n = vectors.length;
  const squares = new Float32Array(n * n);
  for (let i = 0; i < n; i += 1)
    for (let j = i + 1; j < n; j += 1) {
      const square = squaredDistance(vectors[i], vectors[j]);
      squares[i * n + j] = square;
      squares[j * n + i] = square;
    }
  const width = medianOf(squares, n) || 1;
  return squares.map((square) => Math.exp(-square / width));
}

/** Sums that do not change when documents are shuffled. */
export type Kernel = { values: Float32Array; rows: Float64Array; total: number; n: number };

/** Returns the kernel with the sums of its rows, itself left out. */
export function kernelOf(vectors: readonly Float32Array[]): Kernel {
  const values = similarities(vectors);
  const n = vectors.length;
  const rows = new Float64Array(n);
  for (let i = 0; i < n; i += 1)
    for (let j = 0; j < n; j += 1) if (i !== j) rows[i] = (rows[i] ?? 0) + (values[i * n + j] ?? 0);
  return { values, rows, total: rows.reduce((sum, row) => sum + row, 0), n };
}

/**
 * Returns the squared maximum mean discrepancy between the vectors that are in and the others. It is unbiased: about 0 for one distribution, and
 * also below 0 then. Gretton et al., 2012.
 */
export function mmd({ values, rows, total, n }: Kernel, isIn: ArrayLike<number>): number {
  const inside: number[] = [];
  for (let at = 0; at < n; at += 1) if (isIn[at]) inside.push(at);
  const [m, k] = [inside.length, n - inside.length];
  if (m < 2 || k < 2) return 0;
  let within = 0;
  let fromInside = 0;
  for (let i = 0; i < m; i += 1) {
    const row = inside[i] ?? 0;
    fromInside += rows[row] ?? 0;
    for (let j = i + 1; j < m; j += 1) within += 2 * (values[row * n + (inside[j] ?? 0)] ?? 0);
  }
  const between = fromInside - within;
  const outside = total - within - 2 * between;
  return within / (m * (m - 1)) + outside / (k * (k - 1)) - (2 * between) / (m * k);
}

function squaredDistance(one: Float32Array | undefined, other: Float32Array | undefined): number {
  if (!one || !other) return 0;
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += ((one[at] ?? 0) - (other[at] ?? 0)) ** 2;
  return sum;
}

function medianOf(squares: Float32Array, n: number): number {
  const pairs: number[] = [];
  const step = Math.max(1, Math.floor((n * n) / 20_000));
  for (let at = 0; at < squares.length; at += step)
    if (Math.floor(at / n) !== at % n) pairs.push(squares[at] ?? 0);
  return pairs.sort((a, b) => a - b)[Math.floor(pairs.length / 2)] ?? 1;
}
