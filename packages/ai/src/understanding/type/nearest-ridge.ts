/**
 * Returns what examples say of a case about each target, by ridge regression. `kernel` compares the examples with each other, `ofCase` with
 * the case. Examples that are like each other share their say.
 */
export function ridge(
  kernel: readonly Float64Array[],
  ofCase: Float64Array,
  targets: readonly Float64Array[],
  penalty: number,
): Float64Array {
  const size = kernel.length;
  const rows = kernel.map((row, index) => {
    const widened = Float64Array.from([...row, ofCase[index] ?? 0]);
    widened[index] = (widened[index] ?? 0) + penalty;
    return widened;
  });
  const says = solve(rows, size);
  const width = targets[0]?.length ?? 0;
  const answer = new Float64Array(width);
  for (let index = 0; index < size; index++)
    for (let target = 0; target < width; target++)
      answer[target] = (answer[target] ?? 0) + (says[index] ?? 0) * (targets[index]?.[target] ?? 0);
  return answer;
}

/** Solves linear equations by elimination with pivots; each row ends with its right side. Changes the rows. */
function solve(rows: Float64Array[], size: number): Float64Array {
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
    const [upper, chosen] = [rows[column], rows[pivot]];
    if (!upper || !chosen || chosen[column] === 0) continue;
    rows[column] = chosen;
    rows[pivot] = upper;
    for (let row = column + 1; row < size; row++) {
      const lower = rows[row];
      if (!lower) continue;
      const factor = (lower[column] ?? 0) / (chosen[column] ?? 1);
      for (let index = column; index <= size; index++)
        lower[index] = (lower[index] ?? 0) - factor * (chosen[index] ?? 0);
    }
  }
  const solution = new Float64Array(size);
  for (let row = size - 1; row >= 0; row--) {
    const equation = rows[row];
    if (!equation || equation[row] === 0) continue;
    let rest = equation[size] ?? 0;
    for (let column = row + 1; column < size; column++)
      rest -= (equation[column] ?? 0) * (solution[column] ?? 0);
    solution[row] = rest / (equation[row] ?? 1);
  }
  return solution;
}
