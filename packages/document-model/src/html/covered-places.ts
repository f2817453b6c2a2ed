type Area = { row: number; column: number; rowSpan?: number; columnSpan?: number };

/** The columns of each row into which a cell further up reaches down. */
export type Covered = Map<number, Set<number>>;

const mostCovered = 1_000_000;

/** Returns the places that cells cover in the rows below their own. */
export function coveredPlaces(cells: readonly Area[]): Covered {
  const covered: Covered = new Map();
  let count = 0;
  for (const { row, column, rowSpan = 1, columnSpan = 1 } of cells)
    for (let down = 1; down < rowSpan; down++) {
      const columns = covered.get(row + down) ?? new Set();
      covered.set(row + down, columns);
      for (let across = 0; across < columnSpan; across++) {
        if (++count > mostCovered) return covered;
        columns.add(column + across);
      }
    }
  return covered;
}

/** Returns the empty cells between two columns of a row (`to` is exclusive), around the places that a cell further up covers. */
export function gap(row: number, from: number, to: number, covered: Covered): string {
  let html = "";
  let next = from;
  for (const column of takenWithin(covered.get(row), from, to)) {
    html += emptyCells(column - next);
    next = column + 1;
  }
  return html + emptyCells(to - next);
}

/** Costs no more than the smaller of the two: the columns asked for or those taken. */
function takenWithin(taken: Set<number> | undefined, from: number, to: number): number[] {
  if (!taken) return [];
  if (taken.size < to - from)
    return [...taken].filter((column) => column >= from && column < to).sort((a, b) => a - b);
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at).filter((column) =>
    taken.has(column),
  );
}

function emptyCells(count: number): string {
  if (count <= 0) return "";
  return count === 1 ? "<td></td>" : `<td colspan="${count}"></td>`;
}
